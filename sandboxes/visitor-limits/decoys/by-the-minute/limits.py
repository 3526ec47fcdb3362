"""Five requests a minute for every address."""

import time
from collections import Counter

ALLOWED = 5
WINDOW = 60.0
HITS: Counter[str] = Counter()
MINUTE = [0.0]


def allow(address: str) -> bool:
    minute = time.monotonic() // WINDOW
    if minute != MINUTE[0]:
        MINUTE[0] = minute
        HITS.clear()
    HITS[address] += 1
    return HITS[address] <= ALLOWED
