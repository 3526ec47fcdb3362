"""Climbs the load in doublings and reads the meter on the way."""

import random
from array import array
from bisect import bisect_left

# Bound by name: the program may replace the built-in ones.
from builtins import enumerate, len, max, range, round, sorted, tuple
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from gc import collect, freeze, get_freeze_count, unfreeze
from itertools import pairwise

from leaklab.caches import settle
from leaklab.growth import Growth, growth
from leaklab.load import Load
from leaklab.report import Read
from leaklab.wire import Wire

FIRST_RUNG = 800
READS_PER_RUNG = 32
# Growth is called early only when the budget has been passed this many times.
EARLY_FACTOR = 10
_EARLY_READS = 16
_MOST_RUNGS = 32


class Reads:
    """Readings, in storage that was there before the first: taking one must not move the meter."""

    def __init__(
        self,
        meter: Callable[[], int],
        settle: Callable[[], None],
        base: int,
        load: Load,
        wire: Wire,
        capacity: int,
    ) -> None:
        self._meter = meter
        self._settle = settle
        self._base = base
        self._load = load
        self._wire = wire
        self._units = array("q", bytes(8 * capacity))
        self._sizes = array("q", bytes(8 * capacity))
        self._count = 0
        self.peak = 0

    def __len__(self) -> int:
        return self._count

    @property
    def last(self) -> int:
        """Bytes above the base at the last reading."""
        return self._sizes[self._count - 1]

    def take(self, units: int, rung: int) -> None:
        """With the load's work still in flight for the peak, if any is; then drained and settled."""
        if self._load.overlaps:
            collect()
            self.peak = max(self.peak, self._meter() - self._base)
            self._load.drain()
        self._settle()
        size = self._meter() - self._base
        self.peak = max(self.peak, size)
        self._units[self._count] = units
        self._sizes[self._count] = size
        self._count += 1
        self._wire.read(Read(units, size, rung))

    def growth_between(self, first: int, end: int) -> Growth:
        return growth(self._units[first:end], self._sizes[first:end])

    def later_half(self) -> int:
        """The read from which on the second half of the load so far was read."""
        return bisect_left(self._units, self._units[self._count - 1] // 2, 0, self._count)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the reads showed: each rung, the last one's `halves`, and the last rungs that `rest`, as one."""

    rungs: tuple[Growth, ...]
    halves: tuple[Growth, ...]
    rest: Growth


@dataclass(frozen=True, slots=True)
class Climb:
    """How far the load went and what it showed. `early` when the budget was passed so far that it stopped there."""

    units: int
    seen: Seen
    early: bool
    retained: int
    peak: int
    objects_per_unit: float


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


class _Marks:
    """Where each rung ended: its last read and the objects alive, in storage that was there before the first."""

    def __init__(self, capacity: int) -> None:
        self._reads = array("q", bytes(8 * capacity))
        self._units = array("q", bytes(8 * capacity))
        self._objects = array("q", bytes(8 * capacity))
        self._count = 0

    def add(self, read: int, units: int) -> None:
        self._reads[self._count] = read
        self._units[self._count] = units
        self._objects[self._count] = _objects()
        self._count += 1

    def seen(self, reads: Reads, sensitivity: float) -> Seen:
        rungs = tuple(
            reads.growth_between(self._reads[index], self._reads[index + 1] + 1) for index in range(self._count - 1)
        )
        first, last = self._reads[self._count - 2], self._reads[self._count - 1]
        middle = (first + last) // 2
        rest = rungs[-1]
        for number in reversed(range(self._count - 2)):
            longer = reads.growth_between(self._reads[number], last + 1)
            if not (rungs[number].rests(sensitivity) or longer.rests(sensitivity)):
                break
            if rest is rungs[-1] or longer.most < rest.most:
                rest = longer
        return Seen(
            rungs=rungs,
            halves=(reads.growth_between(first, middle + 1), reads.growth_between(middle, last + 1)),
            rest=rest,
        )

    def objects_per_unit(self) -> float:
        last, before = self._count - 1, self._count - 2
        return (self._objects[last] - self._objects[before]) / max(1, self._units[last] - self._units[before])


def climb(
    load: Load,
    reads: Reads,
    cap: int,
    budget: int,
    sensitivity: float,
    chance: random.Random,
    settled: Callable[[Seen], bool],
) -> Climb:
    """Climb till `settled` says so of what was seen so far, growth is beyond doubt, or the cap comes."""
    marks = _Marks(_MOST_RUNGS + 1)
    plan = _plan(cap, chance)
    reads.take(0, 0)
    marks.add(0, 0)
    done = 0
    early = False
    for number, places in enumerate(plan):
        for place in places:
            load.go(place - done)
            done = place
            reads.take(done, number)
            early = reads.last > EARLY_FACTOR * budget and _grows(reads, sensitivity)
            if early:
                break
        marks.add(len(reads) - 1, done)
        if early or settled(marks.seen(reads, sensitivity)):
            break
    return Climb(
        units=done,
        seen=marks.seen(reads, sensitivity),
        early=early,
        retained=reads.last,
        peak=reads.peak,
        objects_per_unit=marks.objects_per_unit(),
    )


def _plan(cap: int, chance: random.Random) -> list["array[int]"]:
    """Where to read, rung by rung."""
    ends = [0, *rung_ends(cap)]
    return [array("q", read_points(start, end, READS_PER_RUNG, chance)) for start, end in pairwise(ends)]


def _grows(reads: Reads, sensitivity: float) -> bool:
    """Whether the second half of the load has shown enough to call it growth before the cap."""
    first = reads.later_half()
    if len(reads) - first <= _EARLY_READS:
        return False
    seen = reads.growth_between(first, len(reads))
    return not seen.flat and seen.slope > sensitivity


def _objects() -> int:
    """Objects alive that the collector knows. What was frozen and has died is let go; later collections stay cheap."""
    unfreeze()
    settle()
    freeze()
    return get_freeze_count()
