"""From what the ladder showed to the kind of verdict."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from leaklab.measure.contents import ENTRY_BYTES
from leaklab.measure.growth import Growth
from leaklab.measure.ladder import Climb
from leaklab.measure.marks import PART_RISES, Seen
from leaklab.measure.unassisted import LEAST_GARBAGE_BYTES, MOST_FULL_COLLECTIONS_PER_UNIT, Unassisted
from leaklab.words import say

_LEAST_UNITS = 3_200
# What happens more seldom than that within the contract's horizon may look like rest.
_LEAST_SHARE_OF_CAP = 4
# A last slope below this share of the one before belongs to something that is filling up.
_SLOWING = 0.4
_SLOWING_A_LITTLE = 0.8
# Between two collections garbage may pile up beside what is kept; this much of it is no longer nothing.
_HEAP_OF_GARBAGE = 16 * 1024 * 1024
# Entries that rise steadily do so at rates of which the lowest is this share of the highest, chance allowed for.
_STEADY_ENTRIES = 0.6
# From rung to rung: so many forbid a rest, and so many are growth.
_GAINS_OF_UNREST = 2
_GAINS_OF_GROWTH = 3
# One step each, twice as high as the one before: so many rungs, and the lowest average by its share of the highest.
_LEAST_STAIRS = 3
_STEADY_STAIRS = 0.7
# A table that doubles takes between two thirds and four thirds of its average per entry.
_DOUBLING = 1 / 3
# Two rungs that rise at one rate: they differ by no more than this share of it.
_STEADY_SLOPES = 0.25


@dataclass(frozen=True, slots=True)
class Decision:
    """
    `because` says what hid the answer, for `inconclusive` only. Slopes in bytes per unit, and by how much the slope may
    be off as its `error`; `outside` is the part of the slope that the meter does not see; `garbage` is what grows, or
    is too much; a `trickle` rises steadily by less than counts.
    """

    kind: Literal["bounded", "growing", "over-budget", "inconclusive", "costly"]
    slope: float
    error: float
    detection_limit: float
    because: str = ""
    outside: float = 0.0
    garbage: bool = False
    trickle: bool = False


def least_units(cap: int) -> int:
    """How many units a rest needs to be one."""
    return max(_LEAST_UNITS, cap // _LEAST_SHARE_OF_CAP)


def limit_at_rest(seen: Seen, cap: int, sensitivity: float) -> float | None:
    """What growth a rest leaves room for, in bytes per unit; None without a rest that is long and fine enough."""
    rest = _rest(seen, cap, sensitivity)
    return None if rest is None else rest.most


def is_settled(seen: Seen, cap: int, sensitivity: float, *, at_cap: bool) -> bool:
    """Whether there is nothing to climb on for: a rest, or growth at the cap."""
    return _rest(seen, cap, sensitivity) is not None or (at_cap and grows(seen, sensitivity) is not None)


def _rest(seen: Seen, cap: int, sensitivity: float) -> Growth | None:
    rungs = seen.rungs
    if sum(rung.span for rung in rungs) < least_units(cap) or contents_rise(seen.gains, sensitivity):
        return None
    if _swings_back(seen, sensitivity):
        return seen.troughs
    if not rungs[-1].rests(sensitivity):
        return None
    if seen.rest.span > rungs[-1].span:
        rest = seen.rest
    elif _came_to_rest(rungs, sensitivity) <= 1 and _rests_in_both(seen.halves, sensitivity):
        rest = rungs[-1]
    else:
        return None
    return rest if rest.most <= sensitivity else None


def _swings_back(seen: Seen, sensitivity: float) -> bool:
    """A swing that shows no trend of its own, and whose troughs, one after the other, leave no room for growth."""
    last, troughs = seen.rungs[-1], seen.troughs
    return troughs is not None and troughs.most <= sensitivity and last.slope <= last.detection_limit


def contents_rise(gains: Sequence[float], sensitivity: float, rungs: int = _GAINS_OF_UNREST) -> bool:
    """
    Whether what containers hold has risen steadily over so many rungs, and so much that their tables alone will take
    what counts: many that fill in step stand still between two doublings.
    """
    late = gains[-rungs:]
    return len(late) == rungs and min(late) * ENTRY_BYTES > sensitivity and min(late) >= _STEADY_ENTRIES * max(late)


def grows(seen: Seen, sensitivity: float) -> tuple[float, float] | None:
    """
    Bytes per unit, and their error, of growth at the cap; None where it may be a late step, the phase of a swing, or a
    cache that is filling.
    """
    last, average = seen.rungs[-1], _average_of_tables(seen, sensitivity)
    line = _rises_steadily(seen, sensitivity)
    if average is None:
        ends = seen.one_step or _slows(seen, sensitivity) or _stopped(seen, sensitivity)
        return (last.slope, last.detection_limit) if line and not ends else None
    error = _DOUBLING * average
    if line and abs(last.slope - average) <= error and last.detection_limit <= error:
        return last.slope, last.detection_limit
    return average, error


def _rises_steadily(seen: Seen, sensitivity: float) -> bool:
    # After a rung that was flat, one that rises may be the phase of a swing.
    if any(rung.flat for rung in seen.rungs[-2:-1]):
        return False
    steady = all(rise > PART_RISES * sensitivity for rise in seen.rises)
    return steady and seen.rungs[-1].rises(sensitivity) and seen.last_two.rises(sensitivity)


def _average_of_tables(seen: Seen, sensitivity: float) -> float | None:
    """Bytes per unit, where contents or stairs show growth: between two doublings a table is still, then it leaps."""
    average = seen.average_over_doublings
    if contents_rise(seen.gains, sensitivity, _GAINS_OF_GROWTH):
        if not contents_rise(seen.gains, sensitivity, len(seen.gains)):
            average = seen.average
    elif not _climbs_stairs(seen, sensitivity):
        return None
    return average if average > sensitivity else None


def _climbs_stairs(seen: Seen, sensitivity: float) -> bool:
    """Whether each of the last rungs is higher by the same per unit, though each of them may be one step of a table."""
    averages = seen.averages[-_LEAST_STAIRS:]
    return (
        len(averages) == _LEAST_STAIRS
        and min(averages) > max(sensitivity, _STEADY_STAIRS * max(averages))
        and all(rung.rises(sensitivity) for rung in seen.rungs[-_LEAST_STAIRS:])
    )


def _slows(seen: Seen, sensitivity: float) -> bool:
    """By much; or by some, and still for a part of the last rung: so is what has filled, till its table leaps."""
    if len(seen.rungs) < 2:
        return False
    before, last = seen.rungs[-2:]
    stood = any(rise <= PART_RISES * sensitivity for rise in seen.late_rises)
    return 0 < last.slope < (_SLOWING_A_LITTLE if stood else _SLOWING) * before.slope


def _stopped(seen: Seen, sensitivity: float) -> bool:
    half = seen.halves[-1]
    return half.rests(sensitivity) and half.most <= sensitivity


def _trickles(seen: Seen) -> bool:
    """Whether it rises all the time at one rate, though by less than counts."""
    last_two = seen.rungs[-2:]
    slopes = [rung.slope for rung in last_two]
    return (
        all(rung.slope > rung.detection_limit for rung in last_two)
        and all(rise > 0 for rise in seen.rises)
        and max(slopes) - min(slopes) <= _STEADY_SLOPES * max(slopes)
    )


def _came_to_rest(rungs: Sequence[Growth], sensitivity: float) -> int:
    """How many times: what does so again and again is a staircase."""
    return sum(not before.rests(sensitivity) and after.rests(sensitivity) for before, after in pairwise(rungs))


def _rests_in_both(halves: Sequence[Growth], sensitivity: float) -> bool:
    """After something late, and done once, the halves of one long rung do as well as two rungs."""
    return sum(half.span for half in halves) >= _LEAST_UNITS and all(half.rests(sensitivity) for half in halves)


def decide(climb: Climb, cap: int, budget: int, sensitivity: float, unit: str) -> Decision:
    """What grows where the meter does not look is growth, whatever the meter says."""
    decision = _decide(climb, cap, budget, sensitivity, unit)
    if climb.outside <= sensitivity:
        return decision
    seen = decision.slope if decision.kind == "growing" else 0.0
    return replace(
        decision, kind="growing", slope=seen + climb.outside, because="", outside=climb.outside, trickle=False
    )


def _decide(climb: Climb, cap: int, budget: int, sensitivity: float, unit: str) -> Decision:
    seen, early = climb.seen, climb.early
    last = seen.rungs[-1]
    if early is not None:
        return Decision("growing", early.slope, early.detection_limit, early.detection_limit)
    rest = _rest(seen, cap, sensitivity)
    if rest is not None:
        kind: Literal["bounded", "over-budget"] = (
            "bounded" if max(climb.retained, climb.peak) <= budget else "over-budget"
        )
        return Decision(kind, rest.slope, rest.detection_limit, rest.most, trickle=_trickles(seen))
    growth = grows(seen, sensitivity)
    if growth is not None:
        slope, error = growth
        return Decision("growing", slope, error, error)
    because = _because(climb, sensitivity, unit)
    return Decision("inconclusive", last.slope, last.detection_limit, last.detection_limit, because)


def most_unassisted(budget: int) -> int:
    """Bytes above the base that may be in use between collections: what may be kept, and a heap of garbage."""
    return budget + _HEAP_OF_GARBAGE


def decide_unassisted(decision: Decision, unassisted: Unassisted, budget: int, sensitivity: float) -> Decision:
    """What came to rest, once more: does it also without the judge, and without brute force?"""
    if unassisted.full_collections_per_unit > MOST_FULL_COLLECTIONS_PER_UNIT:
        return replace(decision, kind="costly")
    slope = 2 * unassisted.garbage / unassisted.units
    if unassisted.collector == "off" and unassisted.garbage > LEAST_GARBAGE_BYTES and slope > sensitivity:
        return replace(decision, kind="growing", slope=slope, garbage=True)
    if unassisted.most > most_unassisted(budget):
        return replace(decision, kind="over-budget", garbage=decision.kind == "bounded")
    return decision


def _because(climb: Climb, sensitivity: float, unit: str) -> str:
    seen, says = climb.seen, say().verdict
    last, half = seen.rungs[-1], seen.halves[-1]
    if contents_rise(seen.gains, sensitivity):
        return says.contents_rise(seen.gains[-1], unit)
    if last.detection_limit > sensitivity and (last.flat or 0 <= last.slope <= last.detection_limit):
        return says.sawtooth(last.spread, last.detection_limit, unit)
    if _stopped(seen, sensitivity):
        return says.late_rest(half.span, climb.units)
    if last.rests(sensitivity):
        return says.late_rest(last.span, climb.units)
    if _slows(seen, sensitivity):
        return says.slows_down(seen.rungs[-2].slope, last.slope, unit)
    if last.slope > sensitivity:
        return says.unsteady(last.slope * last.span, last.span)
    if last.slope > 0:
        return says.near_the_limit(last.slope, last.detection_limit, sensitivity, unit)
    return says.scatter(last.spread)
