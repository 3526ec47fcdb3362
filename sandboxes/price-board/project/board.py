"""What one visitor sees of the prices."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from feed import FEED


class Board:
    def __init__(self, send: Callable[[str], None]) -> None:
        self.send = send
        self.sent: list[str] = []

    def show(self, cents: int) -> None:
        text = f"{cents / 100:.2f}"
        self.sent.append(text)
        self.send(text)


@contextmanager
def watching(send: Callable[[str], None]) -> Iterator[Board]:
    """Prices go to `send` inside of the with block."""
    board = Board(send)
    FEED.subscribe(board.show)
    yield board
    FEED.unsubscribe(board.show)
