"""Which depot a parcel goes to."""

from functools import lru_cache
from math import dist

from atlas import ATLAS, DEPOTS


@lru_cache(maxsize=2_000)
def depot_of(postcode: str) -> str:
    place = ATLAS.place(postcode)
    return min(DEPOTS, key=lambda name: dist(DEPOTS[name], place))


def dispatch(parcel: str, postcode: str) -> str:
    return f"{parcel} to {depot_of(postcode)}"
