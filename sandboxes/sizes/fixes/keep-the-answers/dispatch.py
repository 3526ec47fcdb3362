"""The office of the ferry line: takes the reports of the ferries, and makes a new plan when one is late."""

from collections import deque

from plans import PRINTED, ROUNDS, Departure, Plan
from positions import Position, Track


class Office:
    def __init__(self) -> None:
        self.track = Track()
        self.late = dict.fromkeys(ROUNDS, 0)
        self.now = Plan(PRINTED, "as printed", self.late)
        self.entries = deque([(PRINTED, self.now.reason, 0)], maxlen=12)

    def report(self, position: Position, late: int) -> None:
        """What every ferry sends every few seconds: where it is, and how many minutes late."""
        self.track.add(position)
        if late != self.late[position.ferry]:
            self.late[position.ferry] = late
            reason = f"{position.ferry} is {late} minutes late" if late else f"{position.ferry} is on time again"
            before, self.now = self.now, Plan(self.now.number + 1, reason, self.late)
            self.entries.appendleft((self.now.number, self.now.reason, self.now.changes(before)))

    def board(self, pier: str) -> list[Departure]:
        """What is in force at a pier."""
        return sorted(self.now.departures[pier])

    def sheet(self, pier: str) -> str:
        return self.now.sheets[pier]

    def log(self) -> list[tuple[int, str, int]]:
        """The last twelve plans, newest first: number, reason, and how many departures each changed."""
        return list(self.entries)


OFFICE = Office()
