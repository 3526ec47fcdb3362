"""The load goes on without the judge's own collections: what rests only while somebody collects is not at rest."""

import random
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from gc import callbacks, freeze, get_count, get_stats, get_threshold, isenabled, unfreeze
from typing import Literal

from leaklab.load.load import Load
from leaklab.world.caches import clear_caches, settle
from leaklab.world.collector import full_collections
from leaklab.world.stack import Steps

# More of them for each unit are brute force: one takes milliseconds, and more the larger the program.
MOST_FULL_COLLECTIONS_PER_UNIT = 0.02
# Healthy asyncio loops fill free lists for 15,000 units before they rest.
LEAST_GARBAGE_BYTES = 64 * 1024
_LEAST_UNITS = (400, 500)
_STRETCH = 50
# For a rise from half to half.
_LEAST_READS = 4
# So many units come, though time is over.
LEAST_UNASSISTED = _STRETCH * _LEAST_READS
# More garbage than that before the collector comes at all might as well never be collected.
_MOST_GARBAGE_BYTES = 128 * 1024 * 1024
# After a few hundred units: so much more than those free lists is worth going on for.
_LEAST_RISE_BYTES = 16 * 1024
# A straight line has half its swing between the lowest of its halves.
_LEAST_SHARE_OF_SWING = 0.25


@dataclass(frozen=True, slots=True)
class Unassisted:
    """
    `garbage` in bytes: by how much it rose from the first half of the units to the second, as far as the judge's last
    collection freed it. `most` is the most in use above the base. `full_collections` are those that the program asked
    for. `collector`: whether the interpreter would have collected, and in time.
    """

    units: int
    full_collections: int
    garbage: int
    most: int
    collector: Literal["on", "off"]

    @property
    def full_collections_per_unit(self) -> float:
        return self.full_collections / self.units


class _Comings:
    """Counts collections: the incremental collector of CPython 3.14 leaves most of its own out of `gc.get_stats`."""

    __slots__ = ("count",)

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, phase: str, info: object) -> None:
        self.count += phase == "stop"

    def __enter__(self) -> "_Comings":
        callbacks.append(self)
        return self

    def __exit__(self, *raised: object) -> None:
        if self in callbacks:
            callbacks.remove(self)

    def all(self) -> int:
        """Those that the statistics know too, for the program may take this from the list."""
        known: int = sum(generation["collections"] for generation in get_stats())
        return self.count + known


def load_unassisted(
    load: Load,
    in_use: Callable[[], int],
    base: int,
    cap: int,
    most: int,
    chance: random.Random,
    *,
    frozen: bool,
    out_of_time: Callable[[], bool] = lambda: False,
) -> Steps[Unassisted]:
    """
    Until a few hundred units are through; up to `cap` while garbage gathers and nothing collects it, or when only the
    program itself would; until `most` bytes are in use or time is over in any case. What lives is put out of the
    collector's way, if `frozen`.
    """
    unfreeze()
    settle()
    if frozen:
        freeze()
    with _Comings() as comings:
        return (yield from _load_unassisted(load, in_use, base, cap, most, chance, comings, out_of_time))


def _load_unassisted(
    load: Load,
    in_use: Callable[[], int],
    base: int,
    cap: int,
    most: int,
    chance: random.Random,
    comings: _Comings,
    out_of_time: Callable[[], bool],
) -> Steps[Unassisted]:
    before, full_before = comings.all(), full_collections()
    goal = chance.randint(*_LEAST_UNITS)
    # Each goal may end on a shorter stretch.
    held = array("q", bytes(8 * (max(cap, goal) // _STRETCH + 1 + cap.bit_length())))
    reads = done = full = rise = young = 0
    late = False
    while done < goal:
        units = min(_STRETCH, goal - done)
        yield from load.go(units)
        yield from load.drain()
        done += units
        clear_caches()
        held[reads] = in_use()
        reads += 1
        full = full_collections() - full_before
        if full > MOST_FULL_COLLECTIONS_PER_UNIT * _LEAST_UNITS[1]:
            break
        if reads >= _LEAST_READS and (held[reads - 1] - base > most or out_of_time()):
            rise = _rise(held[:reads])
            break
        if done == goal:
            rise = _rise(held[:reads])
            uncollected = comings.all() == before and rise > _LEAST_RISE_BYTES
            late = uncollected and _comes_late(rise, get_count()[0] - young)
            young = get_count()[0]
            if not _is_on() or uncollected:
                goal = min(2 * done, max(done, cap))
    unfreeze()
    settle()
    return Unassisted(
        units=done,
        full_collections=full,
        garbage=max(0, min(rise, held[reads - 1] - in_use())),
        most=max(held[:reads]) - base,
        collector="on" if _is_on() and not late else "off",
    )


def _rise(held: "array[int]") -> int:
    """Between the lowest of each half: what is collected now and then comes down again, more or less."""
    middle = len(held) // 2
    rise = min(held[middle:]) - min(held[:middle])
    return rise if rise > _LEAST_SHARE_OF_SWING * (max(held) - min(held)) else 0


def _is_on() -> bool:
    return isenabled() and get_threshold()[0] > 0


def _comes_late(rise: int, containers: int) -> bool:
    """
    Whether so few containers have gathered beside these bytes that the collector's threshold is far away: it is set
    high, or it is not containers that a collection would free.
    """
    return rise * get_threshold()[0] > _MOST_GARBAGE_BYTES * max(1, containers)
