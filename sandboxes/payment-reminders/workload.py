"""One unit is one order, a minute of the shop's time: most are paid soon, some are reminded of something soon."""

from collections import deque

from reminders import REMINDERS

TWO_WEEKS = 14 * 24 * 60.0
UNPAID: deque[int] = deque()
# What came up in this unit.
LATEST: list[str] = []


def run(i: int) -> None:
    UNPAID.append(REMINDERS.plan(i + TWO_WEEKS, f"order {i} is not paid"))
    if i % 6 == 0:
        # The later one is planned first.
        REMINDERS.plan(i + 20.5, f"order {i} has left")
        REMINDERS.plan(i + 20.0, f"order {i} is packed")
    if len(UNPAID) > 10:
        paid = UNPAID.popleft()
        for _ in range(1 + i % 2):
            REMINDERS.cancel(paid)
    LATEST[:] = REMINDERS.due(float(i))
