"""Who has read what. Nobody signs in: a reader is an address."""

import time
from collections import deque


class Reader:
    """The last dozen articles that somebody has opened."""

    def __init__(self) -> None:
        self.recent: deque[int] = deque(maxlen=12)

    def opened(self, number: int) -> None:
        if number in self.recent:
            self.recent.remove(number)
        self.recent.append(number)


READERS: list[dict[str, Reader]] = [{}, {}]
SECONDS = 180
BEGAN = [time.monotonic()]


def reader_at(address: str) -> Reader:
    if time.monotonic() - BEGAN[0] >= SECONDS:
        READERS[:] = [{}, READERS[0]]
        BEGAN[0] = time.monotonic()
    new, old = READERS
    if address not in new:
        new[address] = old.pop(address, None) or Reader()
    return new[address]
