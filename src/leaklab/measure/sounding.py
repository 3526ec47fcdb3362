"""Finds the trough of a swing: what fills and is swept is bounded when its troughs are, however high it stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from leaklab.measure.growth import GRAIN_BYTES, Growth, growth
from leaklab.world.stack import Steps

# So many reads at each distance: a swing of so many units or fewer is followed unit by unit.
_READS = 64
_STRIDES = (1, 2, 4, 8, 16, 32)
# What says that growth is bounded has been seen so often.
LEAST_TROUGHS = 3
# Of a swing, the part of it that a trough may lie above the lowest read.
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Trough:
    """`size` in bytes above the base; `step`, the highest rise from one read to the next, is how far it may be off."""

    units: int
    size: int
    step: int


def swings(sizes: Sequence[int]) -> bool:
    """Whether it comes down again, from one read to the next, by half of all that it moves."""
    fall = max((earlier - later for earlier, later in pairwise(sizes)), default=0)
    return 2 * fall > max(sizes) - min(sizes)


def sound(
    read_after: Callable[[int], Steps[int]],
    before: int,
    swing: int,
    most_units: int,
    lowest: int | None = None,
    out_of_time: Callable[[], bool] = lambda: False,
) -> Steps[Trough | None]:
    """
    Read close together until a trough has been passed: down by half the swing, and up again by a quarter. `read_after`
    loads so many units and gives the bytes then; `before` are those of the last read. A trough that lies well above the
    `lowest` read so far is one of a shorter swing on the back of a longer: on to where that comes down too, or else the
    lowest of them. None when there is none within so many units, or before time is over.
    """
    best: Trough | None = None
    done = step = low = low_at = 0
    high = previous = before
    fallen = False
    for stride in _STRIDES:
        for _ in range(_READS):
            done += stride
            if done > most_units or out_of_time():
                return best
            size = yield from read_after(stride)
            step = max(step, size - previous)
            previous = size
            if not fallen:
                high = max(high, size)
                fallen = 2 * (high - size) >= swing
                low, low_at = size, done
            elif size < low:
                low, low_at = size, done
            elif 4 * (size - low) >= swing:
                found = Trough(low_at, low, step)
                if lowest is None or _NEAR * (low - lowest) <= swing:
                    return found
                best = found if best is None or low <= best.size else best
                fallen, high = False, size
    return best


def growth_of_troughs(units: Sequence[int], sizes: Sequence[int], steps: Sequence[int]) -> Growth | None:
    """None for too few. Its spread is what the troughs scatter by, or what each of them may be off by."""
    if len(units) < LEAST_TROUGHS:
        return None
    line = growth(units, sizes)
    spread = max(line.spread, 2 * max(steps))
    flat = line.slope * line.span <= max(GRAIN_BYTES, spread / 2)
    return Growth(span=line.span, slope=line.slope, spread=spread, flat=flat)
