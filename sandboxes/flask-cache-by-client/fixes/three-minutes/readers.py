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


# Who has not come for longest stands first.
READERS: dict[str, Reader] = {}
SECONDS = 180


def reader_at(address: str) -> Reader:
    now = time.monotonic()
    while READERS and now - READERS[oldest := next(iter(READERS))].came >= SECONDS:
        del READERS[oldest]
    reader = READERS.pop(address, None) or Reader()
    reader.came = now
    READERS[address] = reader
    return reader
