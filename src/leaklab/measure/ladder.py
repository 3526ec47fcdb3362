"""Climbs the load in doublings and reads the meter on the way."""

import random
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from leaklab.load.load import Load
from leaklab.measure.growth import Growth, is_one_step
from leaklab.measure.marks import PART_RISES, Marks, Seen, rises
from leaklab.measure.reads import Reads
from leaklab.world.stack import Steps

FIRST_RUNG = 800
READS_PER_RUNG = 32
# Growth is called early only when the budget has been passed this many times.
EARLY_FACTOR = 10
_EARLY_READS = 16
_MOST_RUNGS = 32
# The trough of a swing is looked for from here on: before, much moves that soon comes to rest.
_LEAST_UNITS_TO_SOUND = 1_600
_MOST_IN_VAIN = 2


@dataclass(frozen=True, slots=True)
class Climb:
    """
    How far the load went and what it showed. `early`: the growth of its later half, when the budget was passed so far
    that it stopped there. `outside` in bytes per unit. `frozen` unless collections had to look at everything.
    """

    units: int
    seen: Seen
    early: Growth | None
    retained: int
    peak: int
    objects_per_unit: float
    outside: float = 0.0
    frozen: bool = True


def rung_ends(cap: int) -> Iterator[int]:
    """Each doubles the whole load, so that a cache of a quarter of the cap is seen full for two rungs."""
    end = FIRST_RUNG
    while end < cap:
        yield end
        end *= 2
    yield cap


def read_points(start: int, end: int, count: int, chance: random.Random) -> list[int]:
    """`count` places in (start, end], the last at `end`: jittered, for even ones would beat with periodic caches."""
    step = (end - start) / count
    places = {start + max(1, round((index + chance.random()) * step)) for index in range(count - 1)}
    return [*sorted(place for place in places if place < end), end]


class _Walk:
    """How far the load has come."""

    def __init__(self, load: Load, reads: Reads) -> None:
        self._load = load
        self._reads = reads
        self.warm_up = load.completed
        self.done = 0
        self.rung = 0

    def go(self, units: int) -> Steps[None]:
        yield from self._load.go(units)
        self.done += units

    def read_after(self, units: int) -> Steps[int]:
        yield from self.go(units)
        return (yield from self._reads.look(self.done, self.rung))


def climb(
    load: Load,
    reads: Reads,
    cap: int,
    budget: int,
    sensitivity: float,
    chance: random.Random,
    settled: Callable[[Seen, bool], bool],
    out_of_time: Callable[[], bool] = lambda: False,
    unasked: int = FIRST_RUNG,
) -> Steps[Climb]:
    """
    Climb till `settled` says so of what was seen so far and of whether the cap is reached, growth is beyond doubt, time
    is over, or twice the cap comes: what is undecided at the cap may have moved only once. Twice as far, where it is
    one step that hides the answer. Once more from there, with nothing frozen, when what looked like growth was garbage
    that freezing kept from the collector. At most `unasked` units pass, read or no read, before it is asked whether
    time is over.
    """
    walk = _Walk(load, reads)
    climbed = yield from _climb(walk, reads, cap, budget, sensitivity, chance, settled, out_of_time, unasked)
    if climbed is None:
        reads.begin_anew()
        climbed = yield from _climb(walk, reads, cap, budget, sensitivity, chance, settled, out_of_time, unasked)
        assert climbed is not None
    return climbed


def _climb(
    walk: _Walk,
    reads: Reads,
    cap: int,
    budget: int,
    sensitivity: float,
    chance: random.Random,
    settled: Callable[[Seen, bool], bool],
    out_of_time: Callable[[], bool],
    unasked: int,
) -> Steps[Climb | None]:
    """From where it is; None when freezing misled it."""
    # Each costs two collections of all there is, where nothing is frozen.
    count = READS_PER_RUNG if reads.frozen else READS_PER_RUNG // 2
    marks, plan = reads.charge_to_base(lambda: (Marks(_MOST_RUNGS + 1), _plan(cap, count, chance)))
    early: Growth | None = None
    planned = 0
    late = False
    yield from reads.take(walk.done, 0)
    marks.add(len(reads.sizes) - 1, walk.done, reads.settle_all()[0])
    for number, places in enumerate(plan):
        walk.rung = number
        first = len(reads.sizes) - 1
        enough = False
        for place in places:
            while place - planned > unasked and not late:
                yield from walk.go(unasked)
                planned += unasked
                late = out_of_time()
            if not late:
                yield from walk.go(place - planned)
                planned = place
            yield from reads.take(walk.done, number)
            if reads.sizes.last > EARLY_FACTOR * budget:
                early = _beyond_doubt(reads, sensitivity)
            enough = early is not None or reads.pass_outside(EARLY_FACTOR * budget)
            late = late or out_of_time()
            if enough or late:
                break
        alive, freed = reads.settle_all()
        # Of a rung that time cut short at once nothing can be said; the first has to do.
        if not late or number == 0 or marks.reads_since(len(reads.sizes)) > _EARLY_READS:
            marks.add(len(reads.sizes) - 1, walk.done, alive)
        # What was frozen and dies once is seen once: the first rung is neither trusted nor accused.
        if (number or enough) and reads.are_misled(first, freed, budget, sensitivity):
            return None
        if enough or late:
            break
        if planned >= FIRST_RUNG:
            marks.count(walk.done)
        if planned >= _LEAST_UNITS_TO_SOUND and marks.in_vain < _MOST_IN_VAIN:
            yield from marks.sound(walk.read_after, walk.done, reads.sizes, len(places), sensitivity, out_of_time)
        # In no name of ours: what it takes would lie in the next reads.
        if _is_enough(marks.seen(reads.sizes, walk.warm_up, sensitivity), planned, cap, settled):
            break
    return Climb(
        units=walk.done,
        seen=marks.seen(reads.sizes, walk.warm_up, sensitivity),
        early=early,
        retained=reads.sizes.last,
        peak=reads.peak,
        objects_per_unit=marks.objects_per_unit(),
        outside=reads.outside,
        frozen=reads.frozen,
    )


def _is_enough(seen: Seen, planned: int, cap: int, settled: Callable[[Seen, bool], bool]) -> bool:
    """Whether to climb no further; beyond twice the cap only a rise that is one step is followed."""
    return settled(seen, planned >= cap) or (planned >= 2 * cap and not seen.one_step)


def _plan(cap: int, count: int, chance: random.Random) -> list["array[int]"]:
    """After how many units to read, so many times a rung; the last two lie beyond the cap."""
    ends = [0, *rung_ends(cap), 2 * cap, 4 * cap]
    return [array("q", read_points(start, end, count, chance)) for start, end in pairwise(ends)]


def _beyond_doubt(reads: Reads, sensitivity: float) -> Growth | None:
    """The growth of the later half of the load, if that has shown enough to call it so before the cap."""
    sizes = reads.sizes
    first = sizes.later_half(reads.first)
    if len(sizes) - first <= _EARLY_READS:
        return None
    seen = sizes.growth_between(first, len(sizes))
    steady = all(rise > PART_RISES * sensitivity for rise in rises(sizes, first, len(sizes)))
    stepped = is_one_step(*sizes.between(first, len(sizes)), sensitivity)
    return seen if seen.rises(sensitivity) and steady and not stepped else None
