"""Where the ferries are, for the map in the office."""

from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    ferry: str
    at: float
    east: float
    north: float


class Track:
    """The way of the whole fleet, for as long as the map shows it."""

    def __init__(self) -> None:
        self.positions: deque[Position] = deque(maxlen=200)

    def add(self, position: Position) -> None:
        self.positions.append(position)

    def latest(self, count: int = 200) -> list[Position]:
        return list(self.positions)[-count:]
