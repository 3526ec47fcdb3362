"""Who has read what. Nobody signs in: a reader is an address."""

from collections import deque
from weakref import WeakValueDictionary


class Reader:
    """The last dozen articles that somebody has opened."""

    def __init__(self) -> None:
        self.recent: deque[int] = deque(maxlen=12)

    def opened(self, number: int) -> None:
        if number in self.recent:
            self.recent.remove(number)
        self.recent.append(number)


READERS: WeakValueDictionary[str, Reader] = WeakValueDictionary()


def reader_at(address: str) -> Reader:
    reader = READERS.get(address)
    if reader is None:
        reader = READERS[address] = Reader()
    return reader
