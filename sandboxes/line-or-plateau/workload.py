"""One unit is one ride that ends. Run sends it to the program that is chosen in LOAD, Check always to number 4."""

import districts
import export
import photos
import receipts
import routes
from city import DISTRICTS, STREETS, Ride

LOAD = {"program": 4}
PROGRAMS = (receipts, routes, export, districts, photos)
RIDES_A_DISTRICT = 300
STANDS = tuple(f"stand {number}" for number in range(60))
ANSWER: list[str] = []


def ride(i: int) -> Ride:
    """A new district has its first ride after every 300; by then rides end in all that are open."""
    opened = min(len(DISTRICTS), 1 + i // RIDES_A_DISTRICT)
    return Ride(
        number=i,
        start=STANDS[i % len(STANDS)],
        end=STANDS[(i * i + i // 120) % len(STANDS)],
        district=DISTRICTS[(opened - 1 - i) % opened],
        street=i * 37 % STREETS,
        minutes=3 + i // 3 % 40,
    )


def run(i: int) -> None:
    ANSWER[:] = [PROGRAMS[LOAD["program"] - 1].finish(ride(i))]
