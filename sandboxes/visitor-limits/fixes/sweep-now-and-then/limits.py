"""Five requests a minute for every address."""

import time
from collections import defaultdict

ALLOWED = 5
WINDOW = 60.0
HITS: defaultdict[str, list[float]] = defaultdict(list)
NEXT_SWEEP = [0.0]


def allow(address: str) -> bool:
    now = time.monotonic()
    if now >= NEXT_SWEEP[0]:
        NEXT_SWEEP[0] = now + WINDOW
        for other in [one for one, times in HITS.items() if not times or now - times[-1] >= WINDOW]:
            del HITS[other]
    HITS[address] = [at for at in HITS[address] if now - at < WINDOW]
    if len(HITS[address]) >= ALLOWED:
        return False
    HITS[address].append(now)
    return True
