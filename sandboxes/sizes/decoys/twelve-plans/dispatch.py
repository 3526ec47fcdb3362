"""The office of the ferry line: takes the reports of the ferries, and makes a new plan when one is late."""

from collections import deque

from plans import PRINTED, ROUNDS, Departure, Plan
from positions import Position, Track


class Office:
    def __init__(self) -> None:
        self.track = Track()
        self.late = dict.fromkeys(ROUNDS, 0)
        self.plans = deque([Plan(self, PRINTED, "as printed", self.late)], maxlen=12)

    def report(self, position: Position, late: int) -> None:
        """What every ferry sends every few seconds: where it is, and how many minutes late."""
        self.track.add(position)
        if late != self.late[position.ferry]:
            self.late[position.ferry] = late
            reason = f"{position.ferry} is {late} minutes late" if late else f"{position.ferry} is on time again"
            self.plans.append(Plan(self, self.plans[-1].number + 1, reason, self.late))

    def plan(self, number: int) -> Plan:
        return next((plan for plan in self.plans if plan.number == number), self.plans[0])

    def board(self, pier: str) -> list[Departure]:
        """What is in force at a pier."""
        return sorted(self.plans[-1].departures[pier])

    def sheet(self, pier: str) -> str:
        return self.plans[-1].sheets[pier]

    def log(self) -> list[tuple[int, str, int]]:
        """The last twelve plans, newest first: number, reason, and how many departures each changed."""
        return [(plan.number, plan.reason, plan.changes()) for plan in list(self.plans)[:-13:-1]]


OFFICE = Office()
