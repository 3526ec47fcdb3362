"""Five requests a minute for every address."""

import time
from collections import defaultdict

ALLOWED = 5
WINDOW = 60.0
HITS: defaultdict[str, list[float]] = defaultdict(list)


def allow(address: str) -> bool:
    now = time.monotonic()
    if len(HITS) >= 1_000:
        HITS.clear()
    HITS[address] = [at for at in HITS[address] if now - at < WINDOW]
    if len(HITS[address]) >= ALLOWED:
        return False
    HITS[address].append(now)
    return True
