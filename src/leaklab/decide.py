"""From what the ladder showed to the kind of verdict."""

# Bound by name: the program may replace the built-in ones.
from builtins import all, len, max, sum
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from leaklab.describe import describe_bytes, describe_slope
from leaklab.growth import Growth
from leaklab.ladder import EARLY_FACTOR, Climb, Seen
from leaklab.natural import LEAST_GARBAGE_BYTES, MOST_FULL_COLLECTIONS_PER_UNIT, Natural

_LEAST_UNITS = 3_200
# What happens more seldom than that within the contract's horizon may look like rest.
_LEAST_SHARE_OF_CAP = 4
# A last slope below this share of the one before belongs to something that is filling up.
_SLOWING = 0.4
# Between two collections garbage may pile up; this much of it is no longer nothing.
_HEAP_OF_GARBAGE = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Decision:
    """
    `because` says what hid the answer, for `inconclusive` only. Slopes in bytes per unit; `garbage` is what grows.
    """

    kind: Literal["bounded", "growing", "over-budget", "inconclusive", "costly"]
    slope: float
    detection_limit: float
    because: str = ""
    garbage: bool = False


def least_units(cap: int) -> int:
    """How many units a rest needs to be one."""
    return max(_LEAST_UNITS, cap // _LEAST_SHARE_OF_CAP)


def limit_at_rest(seen: Seen, cap: int, sensitivity: float) -> float | None:
    """What growth a rest leaves room for, in bytes per unit; None without a rest that is long and fine enough."""
    rungs = seen.rungs
    if sum(rung.span for rung in rungs) < least_units(cap) or not rungs[-1].rests(sensitivity):
        return None
    if seen.rest.span > rungs[-1].span:
        rest = seen.rest
    elif _came_to_rest(rungs, sensitivity) <= 1 and _rests_in_both(seen.halves, sensitivity):
        rest = rungs[-1]
    else:
        return None
    return rest.most if rest.most <= sensitivity else None


def _came_to_rest(rungs: Sequence[Growth], sensitivity: float) -> int:
    """How many times: what does so again and again is a staircase."""
    return sum(not before.rests(sensitivity) and after.rests(sensitivity) for before, after in pairwise(rungs))


def _rests_in_both(halves: Sequence[Growth], sensitivity: float) -> bool:
    """After something late, and done once, the halves of one long rung do as well as two rungs."""
    return sum(half.span for half in halves) >= _LEAST_UNITS and all(half.rests(sensitivity) for half in halves)


def decide(climb: Climb, cap: int, budget: int, sensitivity: float, unit: str) -> Decision:
    rungs = climb.seen.rungs
    last = rungs[-1]
    limit = last.detection_limit
    if climb.early:
        return Decision("growing", last.slope, limit)
    at_rest = limit_at_rest(climb.seen, cap, sensitivity)
    if at_rest is not None:
        within = climb.retained <= budget and climb.peak <= budget
        return Decision("bounded" if within else "over-budget", climb.seen.rest.slope, at_rest)
    before = rungs[-2] if len(rungs) > 1 else None
    slowing = before is not None and 0 < last.slope < _SLOWING * before.slope
    half = climb.seen.halves[-1]
    stopped = half.rests(sensitivity) and half.most <= sensitivity
    if not last.flat and last.slope > sensitivity and not slowing and not stopped:
        return Decision("growing", last.slope, limit)
    because = _late(half.span, climb) if stopped else _because(climb, before, slowing, sensitivity, unit)
    return Decision("inconclusive", last.slope, limit, because)


def decide_naturally(decision: Decision, natural: Natural, budget: int, sensitivity: float) -> Decision:
    """What came to rest, once more: does it also without the judge, and without brute force?"""
    if natural.full_collections_per_unit > MOST_FULL_COLLECTIONS_PER_UNIT:
        return replace(decision, kind="costly")
    slope = 2 * natural.garbage / natural.units
    if natural.collector == "off" and natural.garbage > LEAST_GARBAGE_BYTES and slope > sensitivity:
        return replace(decision, kind="growing", slope=slope, garbage=True)
    if natural.most > max(EARLY_FACTOR * budget, _HEAP_OF_GARBAGE):
        return replace(decision, kind="over-budget")
    return decision


def _late(rest: int, climb: Climb) -> str:
    return f"it came to rest only in the last {rest:,} of {climb.units:,} units."


def _because(climb: Climb, before: Growth | None, slowing: bool, sensitivity: float, unit: str) -> str:
    last = climb.seen.rungs[-1]
    if last.detection_limit > sensitivity and last.flat:
        return (
            f"a sawtooth of {describe_bytes(last.spread)} hides any growth below "
            f"{describe_slope(last.detection_limit)} per {unit}."
        )
    if last.flat:
        return _late(last.span, climb)
    if slowing and before is not None:
        return (
            f"growth slows down, from {describe_slope(before.slope)} to {describe_slope(last.slope)} per {unit}, "
            "as a cache does while it fills, and had not come to rest."
        )
    if last.slope > 0:
        return (
            f"it still rises by {describe_slope(last.slope)} per {unit}, "
            f"less than the {describe_slope(sensitivity)} that counts as growth here."
        )
    return f"its readings scatter by {describe_bytes(last.spread)} without coming to rest."
