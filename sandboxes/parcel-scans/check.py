"""What the count of parcels relies on."""

from collections import deque

from workload import LATEST, number_of

RECENT: deque[int] = deque(maxlen=500)
# The highest number so far, as numbers come in order.
HIGHEST = [-1]


def during(i: int) -> None:
    number = number_of(i)
    if number in RECENT:
        assert not LATEST[0], f"Parcel {number} is among the last 500 new ones and must be known again."
    elif number > HIGHEST[0]:
        assert LATEST[0], f"Parcel {number} is scanned for the first time and must be new."
    if number not in RECENT and LATEST[0]:
        RECENT.append(number)
    HIGHEST[0] = max(HIGHEST[0], number)
