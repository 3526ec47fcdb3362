"""Who has read what. Nobody signs in: a reader is an address."""

from collections import deque


class Reader:
    """The last dozen articles that somebody has opened."""

    def __init__(self) -> None:
        self.recent: deque[int] = deque(maxlen=12)

    def opened(self, number: int) -> None:
        if number in self.recent:
            self.recent.remove(number)
        self.recent.append(number)


READERS: dict[str, Reader] = {}


def reader_at(address: str) -> Reader:
    if address not in READERS:
        if len(READERS) == 200:
            READERS.clear()
        READERS[address] = Reader()
    return READERS[address]
