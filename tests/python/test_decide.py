"""From rungs to the kind of verdict, and what hid the answer where there is none."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from leaklab.decide import decide
from leaklab.growth import Growth
from leaklab.ladder import Climb, Seen

FLAT = Growth(span=6_400, slope=0.0, spread=100, flat=True)
CAP, BUDGET, SENSITIVITY = 12_800, 10_000, 1.0


def climbed(
    *rungs: Growth,
    halves: tuple[Growth, ...] = (),
    retained: int = 5_000,
    peak: int = 6_000,
    early: bool = False,
) -> Climb:
    return Climb(
        units=sum(rung.span for rung in rungs),
        seen=Seen(rungs=rungs, halves=halves or (rising(40), rungs[-1]), rest=rest_of(rungs)),
        early=early,
        retained=retained,
        peak=peak,
        objects_per_unit=0.0,
    )


def rest_of(rungs: Sequence[Growth]) -> Growth:
    """The last rungs as one, if they are alike."""
    alike = sum(1 for _ in takewhile(lambda rung: rung == rungs[-1], reversed(rungs)))
    return replace(rungs[-1], span=alike * rungs[-1].span)


def rising(slope: float, spread: int = 100) -> Growth:
    return Growth(span=6_400, slope=slope, spread=spread, flat=False)


def kind_of(climb: Climb) -> str:
    return decide(climb, CAP, BUDGET, SENSITIVITY, "request").kind


def because_of(climb: Climb) -> str:
    decision = decide(climb, CAP, BUDGET, SENSITIVITY, "request")
    assert decision.kind == "inconclusive"
    return decision.because


def test_two_flat_rungs_within_the_budget_are_bounded() -> None:
    assert kind_of(climbed(FLAT, FLAT)) == "bounded"


def test_what_is_kept_above_the_budget_is_over_it() -> None:
    assert kind_of(climbed(FLAT, FLAT, retained=10_001)) == "over-budget"


def test_a_peak_above_the_budget_is_over_it() -> None:
    assert kind_of(climbed(FLAT, FLAT, peak=10_001)) == "over-budget"


def test_a_steady_rise_at_the_cap_is_growing() -> None:
    assert kind_of(climbed(rising(40), rising(41))) == "growing"


def test_the_budget_passed_tenfold_is_growing_before_the_cap() -> None:
    assert kind_of(climbed(rising(400), early=True)) == "growing"


def test_a_rise_that_is_over_may_have_been_the_last() -> None:
    half = Growth(span=3_200, slope=0.0, spread=100, flat=True)
    assert because_of(climbed(FLAT, rising(2), halves=(rising(4), half))) == (
        "it came to rest only in the last 3,200 of 12,800 units."
    )


def test_growth_that_slows_down_may_be_a_cache_that_fills() -> None:
    assert because_of(climbed(rising(40), rising(11))) == (
        "growth slows down, from 40 B to 11 B per request, as a cache does while it fills, and had not come to rest."
    )


def test_one_flat_rung_is_not_enough() -> None:
    assert because_of(climbed(rising(40), FLAT)) == "it came to rest only in the last 6,400 of 12,800 units."


def test_a_rise_that_does_not_count_is_no_growth_and_no_pass() -> None:
    assert because_of(climbed(rising(0.4), rising(0.4))) == (
        "it still rises by 0.4 B per request, less than the 1.0 B that counts as growth here."
    )


def test_a_sawtooth_can_hide_the_answer() -> None:
    huge = Growth(span=6_400, slope=0.0, spread=62_000, flat=True)
    assert because_of(climbed(huge, huge)) == "a sawtooth of 62 kB hides any growth below 4.8 B per request."


def test_readings_that_scatter_and_fall_are_not_called_growth() -> None:
    assert because_of(climbed(rising(-2), rising(-3, spread=20_000))) == (
        "its readings scatter by 20 kB without coming to rest."
    )
