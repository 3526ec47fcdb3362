"""Climbs the load in doublings and reads the meter on the way."""

import random
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from gc import collect, freeze, get_freeze_count, unfreeze

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


class Reads:
    """Readings, in storage that was there before the first: taking one must not move the meter."""

    def __init__(self, meter: Callable[[], int], base: int, load: Load, wire: Wire, capacity: int) -> None:
        self._meter = meter
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
        """With the load's work still in flight for the peak; then drained and settled."""
        collect()
        self.peak = max(self.peak, self._meter() - self._base)
        self._load.drain()
        settle()
        size = self._meter() - self._base
        self.peak = max(self.peak, size)
        self._units[self._count] = units
        self._sizes[self._count] = size
        self._count += 1
        self._wire.read(Read(units, size, rung))

    def growth_since(self, first: int) -> Growth:
        return growth(self._units[first : self._count], self._sizes[first : self._count])


@dataclass(frozen=True, slots=True)
class Climb:
    """How far the load went and what it showed. `early` when the budget was passed so far that it stopped there."""

    units: int
    rungs: tuple[tuple[int, Growth], ...]
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


def climb(
    load: Load,
    reads: Reads,
    cap: int,
    budget: int,
    sensitivity: float,
    chance: random.Random,
    settled: Callable[[list[tuple[int, Growth]]], bool],
) -> Climb:
    """Climb until `settled` says so of the rungs so far, growth is beyond doubt, or the cap is reached."""
    rungs: list[tuple[int, Growth]] = []
    reads.take(0, 0)
    objects = [(0, _objects())]
    start = 0
    for number, end in enumerate(rung_ends(cap)):
        first = len(reads) - 1
        done = start
        for place in read_points(start, end, READS_PER_RUNG, chance):
            load.go(place - done)
            done = place
            reads.take(done, number)
            if reads.last > EARLY_FACTOR * budget and len(reads) > _EARLY_READS:
                seen = reads.growth_since(0 if number == 0 else first)
                if not seen.flat and seen.slope > sensitivity and len(reads) - first > _EARLY_READS:
                    rungs.append((done - start, seen))
                    return _climb(done, rungs, True, reads, objects)
        rungs.append((end - start, reads.growth_since(first)))
        if settled(rungs):
            break
        objects.append((end, _objects()))
        start = end
    return _climb(end, rungs, False, reads, objects)


def _objects() -> int:
    """Objects alive that the collector knows. What was frozen and has died is let go; later collections stay cheap."""
    unfreeze()
    settle()
    freeze()
    return get_freeze_count()


def _climb(
    units: int, rungs: list[tuple[int, Growth]], early: bool, reads: Reads, objects: list[tuple[int, int]]
) -> Climb:
    if objects[-1][0] != units:
        objects.append((units, _objects()))
    (before, fewer), (after, more) = objects[-2:]
    return Climb(
        units=units,
        rungs=tuple(rungs),
        early=early,
        retained=reads.last,
        peak=reads.peak,
        objects_per_unit=(more - fewer) / max(1, after - before),
    )
