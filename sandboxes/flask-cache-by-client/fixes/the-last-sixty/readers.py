"""Who has read what. Nobody signs in: a reader is an address."""

from collections import OrderedDict, deque


class Reader:
    """The last dozen articles that somebody has opened."""

    def __init__(self) -> None:
        self.recent: deque[int] = deque(maxlen=12)

    def opened(self, number: int) -> None:
        if number in self.recent:
            self.recent.remove(number)
        self.recent.append(number)


READERS: OrderedDict[str, Reader] = OrderedDict()
MOST = 60


def reader_at(address: str) -> Reader:
    if address not in READERS:
        READERS[address] = Reader()
    READERS.move_to_end(address)
    if len(READERS) > MOST:
        READERS.popitem(last=False)
    return READERS[address]
