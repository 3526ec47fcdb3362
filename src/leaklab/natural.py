"""The load goes on without the judge's own collections: what rests only while somebody collects is not at rest."""

import random

# Bound by name: the program may replace the built-in ones.
from builtins import max, min, tuple
from collections.abc import Callable
from dataclasses import dataclass
from gc import freeze, get_stats, isenabled, unfreeze
from typing import Literal

from leaklab.caches import clear_caches, settle
from leaklab.collector import full_collections
from leaklab.load import Load

# More of them for each unit are brute force: one takes milliseconds, and more the larger the program.
MOST_FULL_COLLECTIONS_PER_UNIT = 0.02
# Healthy asyncio loops fill free lists for 15,000 units before they rest.
LEAST_GARBAGE_BYTES = 64 * 1024
_LEAST_UNITS = (400, 500)
_STRETCH = 50


@dataclass(frozen=True, slots=True)
class Natural:
    """
    `garbage` in bytes: what no collection but the judge's last one freed. `most` is the most in use above the base.
    `full_collections` are those that the program asked for.
    `collected` when the interpreter or the program collected meanwhile, `collector` whether the interpreter would have.
    """

    units: int
    full_collections: int
    garbage: int
    most: int
    collected: bool
    collector: Literal["on", "off"]

    @property
    def full_collections_per_unit(self) -> float:
        return self.full_collections / self.units


def go_naturally(load: Load, in_use: Callable[[], int], base: int, cap: int, chance: random.Random) -> Natural:
    """Until a few hundred units are through; for as long as garbage gathers and nothing collects it, up to `cap`."""
    unfreeze()
    settle()
    freeze()
    rest = in_use()
    before, full_before = _collections(), full_collections()
    goal = chance.randint(*_LEAST_UNITS)
    done = full = 0
    held = most = rest
    collected = False
    while done < goal:
        units = min(_STRETCH, goal - done)
        load.go(units)
        load.drain()
        done += units
        clear_caches()
        held = in_use()
        most = max(most, held)
        full = full_collections() - full_before
        collected = _collections() != before
        if full > MOST_FULL_COLLECTIONS_PER_UNIT * _LEAST_UNITS[1]:
            break
        if done == goal and not collected and held - rest > LEAST_GARBAGE_BYTES:
            goal = min(2 * done, max(done, cap))
    unfreeze()
    settle()
    return Natural(
        units=done,
        full_collections=full,
        garbage=max(0, held - in_use()),
        most=most - base,
        collected=collected,
        collector="on" if isenabled() else "off",
    )


def _collections() -> tuple[int, ...]:
    return tuple(generation["collections"] for generation in get_stats())
