"""What a climb has shown so far, from rung to rung."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from leaklab.measure.contents import count_entries
from leaklab.measure.growth import Growth, growth, is_one_step, rates, troughs
from leaklab.measure.series import Series
from leaklab.measure.sounding import growth_of_troughs, sound, swings
from leaklab.world.stack import Steps

# What rises goes on rising: so many parts of a stretch, the trough of each above the one before.
_PARTS = 4
# Of the last rung: what has filled within it stands still for one of them.
_LATE_PARTS = 8
# By a share of what counts as growth.
PART_RISES = 0.25


@dataclass(frozen=True, slots=True)
class Seen:
    """
    What the reads showed: each rung and its average from end to end, the last one's `halves`, and the last rungs that
    `rest`, as one. Of the `last_two` rungs as one: their `average` and, from one part to the next, by how much the
    trough `rises`; of the last one `late_rises`; all in bytes per unit. `one_step`: it is what the last two rise by. By
    how much what containers hold `gains`, from one count to the next, in entries per unit. `troughs`: growth from
    trough to trough, where a swing was followed.
    """

    rungs: tuple[Growth, ...]
    averages: tuple[float, ...]
    halves: tuple[Growth, ...]
    rest: Growth
    last_two: Growth
    average: float
    average_over_doublings: float
    rises: tuple[float, ...]
    late_rises: tuple[float, ...] = ()
    gains: tuple[float, ...] = ()
    one_step: bool = False
    troughs: Growth | None = None


class Marks:
    """What is known where each rung ended, in storage that was there before the first."""

    def __init__(self, capacity: int) -> None:
        self._reads = array("q", bytes(8 * capacity))
        self._objects = Series(capacity)
        self._entries = Series(capacity)
        self._troughs = Series(capacity)
        self._steps = array("q", bytes(8 * capacity))
        self.in_vain = 0

    def add(self, read: int, units: int, objects: int) -> None:
        self._reads[len(self._objects)] = read
        self._objects.add(units, objects)

    def reads_since(self, count: int) -> int:
        """Of `count` reads those after the last mark."""
        return count - 1 - self._reads[len(self._objects) - 1]

    def count(self, units: int) -> None:
        """What containers hold."""
        self._entries.add(units, count_entries())

    def sound(
        self,
        read_after: Callable[[int], Steps[int]],
        done: int,
        sizes: Series,
        count: int,
        sensitivity: float,
        out_of_time: Callable[[], bool],
    ) -> Steps[None]:
        """Find the trough, where the last so many reads swing so high that growth that counts could hide."""
        units, swing = sizes.between(len(sizes) - count, len(sizes))
        if growth(units, swing).detection_limit <= sensitivity or not swings(swing):
            return
        lowest = min(swing)
        trough = yield from sound(read_after, sizes.last, max(swing) - lowest, done, lowest, out_of_time)
        if trough is None:
            self.in_vain += 1
            return
        # A read that lay lower: there is a second swing, or growth.
        self._steps[len(self._troughs)] = max(trough.step, trough.size - lowest)
        self._troughs.add(sizes.end + trough.units, trough.size)

    def seen(self, sizes: Series, warm_up: int, sensitivity: float) -> Seen:
        marks = self._reads[: len(self._objects)]
        rungs = tuple(sizes.growth_between(start, end + 1) for start, end in pairwise(marks))
        first, last = marks[-2], marks[-1]
        middle = (first + last) // 2
        rest = rungs[-1]
        for number in reversed(range(len(marks) - 2)):
            longer = sizes.growth_between(marks[number], last + 1)
            if not (rungs[number].rests(sensitivity) or longer.rests(sensitivity)):
                break
            if rest is rungs[-1] or longer.most < rest.most:
                rest = longer
        before = marks[-3] if len(marks) > 2 else first
        return Seen(
            rungs=rungs,
            averages=tuple(sizes.average_between(start, end) for start, end in pairwise(marks)),
            halves=(sizes.growth_between(first, middle + 1), sizes.growth_between(middle, last + 1)),
            rest=rest,
            last_two=sizes.growth_between(before, last + 1),
            average=sizes.average_between(before, last),
            average_over_doublings=sizes.average_over_doublings(marks[0], first + 1, warm_up),
            rises=rises(sizes, before, last + 1),
            late_rises=rises(sizes, first, last + 1, _LATE_PARTS),
            one_step=is_one_step(*sizes.between(before, last + 1), sensitivity),
            gains=rates(*self._entries.between(0, len(self._entries))),
            troughs=self._growth_of_troughs(),
        )

    def _growth_of_troughs(self) -> Growth | None:
        count = len(self._troughs)
        if not count or self._troughs.end < self._objects.end:
            return None
        return growth_of_troughs(*self._troughs.between(0, count), self._steps[:count])

    def objects_per_unit(self) -> float:
        """Over half of the load or more."""
        return self._objects.average_between(self._objects.later_half(), len(self._objects) - 1)


def rises(sizes: Series, first: int, end: int, parts: int = _PARTS) -> tuple[float, ...]:
    return rates(*troughs(*sizes.between(first, end), parts))
