"""One unit is one visit beside a few that last; one in four breaks off, for one reason or another."""

from collections import deque
from contextlib import AbstractContextManager

from board import Board, watching
from feed import FEED

REASONS = (ConnectionResetError("reset"), TimeoutError("no sign of life"), KeyError("colour"))


class Visitor:
    """Notes what it was sent, and what it should have been sent while it stayed."""

    def __init__(self) -> None:
        self.got: list[str] = []
        self.expected: list[str] = []
        self.visit: AbstractContextManager[Board] = watching(self.got.append)
        self.board = self.visit.__enter__()

    def leave(self) -> None:
        self.visit.__exit__(None, None, None)


STAYING: deque[Visitor] = deque()
# Who left well in this unit, or the exception that did not come through.
LEFT: list[Visitor] = []
SWALLOWED: list[BaseException] = []
# Prices that were published, of the latest visit.
EXPECTED: list[str] = []
GOT: list[str] = []


def publish(cents: int) -> None:
    for visitor in STAYING:
        visitor.expected.append(f"{cents / 100:.2f}")
    FEED.publish(cents)


def run(i: int) -> None:
    LEFT.clear()
    GOT.clear()
    EXPECTED[:] = [f"{(1_000 + i + step) / 100:.2f}" for step in range(3)]
    if i % 5 == 0:
        STAYING.append(Visitor())
    reason = REASONS[i // 4 % 3] if i % 4 == 1 else None
    got: list[str] = []
    try:
        with watching(got.append):
            for step in range(3):
                publish(1_000 + i + step)
            if reason is not None:
                raise reason
        if reason is not None:
            SWALLOWED.append(reason)
    except (OSError, KeyError) as error:
        if error is not reason:
            SWALLOWED.append(reason or error)
    GOT.extend(got)
    if len(STAYING) > 3:
        visitor = STAYING.popleft()
        visitor.leave()
        LEFT.append(visitor)
    if reason is not None:
        reason.__traceback__ = reason.__context__ = None
