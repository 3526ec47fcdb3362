"""The plan of a day: which ferry leaves which pier when, and the sheets that hang on the piers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import proxy

if TYPE_CHECKING:
    from dispatch import Office

# ferry: the piers of its round, and the minute after the hour at which it leaves the first
ROUNDS = {
    "Alder": (("Mill Quay", "Fish Market", "Lighthouse"), 0),
    "Birch": (("Fish Market", "Museum", "Old Harbour"), 10),
    "Cedar": (("Museum", "Lighthouse", "Mill Quay"), 25),
    "Linden": (("Lighthouse", "Old Harbour", "Fish Market"), 40),
    "Willow": (("Old Harbour", "Mill Quay", "Museum"), 50),
}
PIERS = ("Fish Market", "Lighthouse", "Mill Quay", "Museum", "Old Harbour")
HOURS = (6, 9, 12, 15, 18)
# Minutes from one pier to the next, and those that a late ferry makes up for between two rounds.
CROSSING, PAUSE = 20, 6
# The number of the plan that was printed; the others count on from it.
PRINTED = 1000

# time, ferry, next pier
Departure = tuple[str, str, str]


class Plan:
    """A plan is never changed: when a ferry is late, a new one is made."""

    def __init__(self, office: Office, number: int, reason: str, late: dict[str, int]) -> None:
        self.office = proxy(office)
        self.number = number
        self.reason = reason
        self.departures: dict[str, list[Departure]] = {pier: [] for pier in PIERS}
        for ferry, (piers, minute) in ROUNDS.items():
            for round_, hour in enumerate(HOURS):
                start = 60 * hour + minute + max(late[ferry] - PAUSE * round_, 0)
                for call, pier in enumerate(piers):
                    at = start + CROSSING * call
                    after = piers[(call + 1) % len(piers)]
                    self.departures[pier].append((f"{at // 60:02}:{at % 60:02}", ferry, after))
        self.sheets = {pier: sheet(pier, number, self.departures[pier]) for pier in PIERS}

    def changes(self) -> int:
        """How many departures are not in the plan before."""
        if self.number == PRINTED:
            return 0
        before = self.office.plan(self.number - 1)
        return sum(len(set(self.departures[pier]).difference(before.departures[pier])) for pier in PIERS)


def sheet(pier: str, number: int, departures: list[Departure]) -> str:
    lines = [f"{time}  {ferry} to {after}" for time, ferry, after in sorted(departures)]
    return "\n".join([f"{pier}, plan {number}", *lines])
