"""What the five programs work with: rides, and the office of the city that has the maps."""

from dataclasses import dataclass

# The company opens one after the other; these eight are open by the end of the spring.
DISTRICTS = ("Harbour", "Old Town", "Mill Hill", "Eastgate", "Station", "Meadows", "Ferry", "Northside")
# All that the office has.
KNOWN = (*DISTRICTS, *(f"Parish {number}" for number in range(1, 33)))
STREETS = 8_000
ASKED = dict.fromkeys(KNOWN, 0)


@dataclass(frozen=True)
class Ride:
    number: int
    start: str
    end: str
    district: str
    street: int
    minutes: int


def map_of(district: str) -> bytes:
    """The zone of each street, as the office sends it. It bills each answer."""
    ASKED[district] += 1
    first = KNOWN.index(district)
    return bytes((first + street) % 3 for street in range(3)) * (STREETS // 3 + 1)


def way_between(start: str, end: str) -> str:
    turns = "left at the mill, right at the bridge, straight on past the market, " * 4
    return f"From {start} {turns}then {end}."


def photo_of(ride: Ride) -> bytes:
    """Where the bicycle was left. Now and then somebody has a better camera."""
    size = 2_000 + 40 * (ride.number % 50)
    if ride.number % 500 == 250:
        size = 30_000
    if ride.number % 900 == 700:
        size = 60_000
    return bytes(size)
