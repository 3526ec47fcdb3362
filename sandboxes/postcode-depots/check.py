"""What the drivers and the atlas rely on."""

from atlas import ATLAS, DEPOTS
from workload import LATEST, postcode_of

# How often the atlas had been asked before this parcel.
ASKED = [0]


def nearest(postcode: str) -> str:
    east, north = int(postcode[:2]), int(postcode[3:5])
    return min(DEPOTS, key=lambda name: (DEPOTS[name][0] - east) ** 2 + (DEPOTS[name][1] - north) ** 2)


def during(i: int) -> None:
    expected = f"P{i:06} to {nearest(postcode_of(i))}"
    assert LATEST[0] == expected, f"A parcel must be sent to the nearest depot: {expected}, not {LATEST[0]}."
    asked, ASKED[0] = ATLAS.asked - ASKED[0], ATLAS.asked
    is_known = i % 3 == 0 and i >= 900
    assert not (asked and is_known), "A postcode that was among the last thousand must not be looked up again."
