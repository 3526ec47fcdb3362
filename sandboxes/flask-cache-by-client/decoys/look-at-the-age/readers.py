"""Who has read what. Nobody signs in: a reader is an address."""

import time
from collections import deque


class Reader:
    """The last dozen articles that somebody has opened."""

    def __init__(self) -> None:
        self.recent: deque[int] = deque(maxlen=12)
        self.came = 0.0

    def opened(self, number: int) -> None:
        if number in self.recent:
            self.recent.remove(number)
        self.recent.append(number)


READERS: dict[str, Reader] = {}
SECONDS = 180


def reader_at(address: str) -> Reader:
    now = time.monotonic()
    if address not in READERS or now - READERS[address].came >= SECONDS:
        READERS[address] = Reader()
    READERS[address].came = now
    return READERS[address]
