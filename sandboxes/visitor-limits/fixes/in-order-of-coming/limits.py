"""Five requests a minute for every address."""

import time
from collections import Counter, deque

ALLOWED = 5
WINDOW = 60.0
ORDER: deque[tuple[float, str]] = deque()
HITS: Counter[str] = Counter()


def allow(address: str) -> bool:
    now = time.monotonic()
    while ORDER and now - ORDER[0][0] >= WINDOW:
        _, other = ORDER.popleft()
        HITS[other] -= 1
        if not HITS[other]:
            del HITS[other]
    if HITS[address] >= ALLOWED:
        return False
    HITS[address] += 1
    ORDER.append((now, address))
    return True
