"""From rungs to the kind of verdict, and what hid the answer where there is none."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from leaklab.measure.growth import Growth
from leaklab.measure.ladder import Climb
from leaklab.measure.marks import Seen
from leaklab.verdict.decide import decide

FLAT = Growth(span=6_400, slope=0.0, spread=100, flat=True)
CAP, BUDGET, SENSITIVITY = 12_800, 10_000, 1.0


def climbed(
    *rungs: Growth,
    outside: float = 0.0,
    halves: tuple[Growth, ...] = (),
    retained: int = 5_000,
    peak: int = 6_000,
    early: Growth | None = None,
    rises: tuple[float, ...] = (40.0, 40.0, 40.0),
    gains: tuple[float, ...] = (),
    average: float = 40.0,
) -> Climb:
    return Climb(
        units=sum(rung.span for rung in rungs),
        seen=Seen(
            rungs=rungs,
            averages=tuple(rung.slope for rung in rungs),
            halves=halves or (rising(40), rungs[-1]),
            rest=rest_of(rungs),
            last_two=rungs[-1],
            average=average,
            average_over_doublings=average,
            rises=rises,
            gains=gains,
        ),
        early=early,
        retained=retained,
        peak=peak,
        objects_per_unit=0.0,
        outside=outside,
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


def test_what_grows_where_the_meter_does_not_look_is_never_bounded() -> None:
    decision = decide(climbed(FLAT, FLAT, outside=80_000.0), CAP, BUDGET, SENSITIVITY, "request")
    assert (decision.kind, decision.slope, decision.outside) == ("growing", 80_000.0, 80_000.0)


def test_what_grows_in_both_places_is_added_up() -> None:
    decision = decide(climbed(rising(40), rising(41), outside=400.0), CAP, BUDGET, SENSITIVITY, "request")
    assert (decision.kind, decision.slope, decision.outside) == ("growing", 441.0, 400.0)


def test_what_is_kept_above_the_budget_is_over_it() -> None:
    assert kind_of(climbed(FLAT, FLAT, retained=10_001)) == "over-budget"


def test_a_peak_above_the_budget_is_over_it() -> None:
    assert kind_of(climbed(FLAT, FLAT, peak=10_001)) == "over-budget"


def test_a_steady_rise_at_the_cap_is_growing() -> None:
    assert kind_of(climbed(rising(40), rising(41))) == "growing"


def test_the_budget_passed_tenfold_is_growing_before_the_cap() -> None:
    decision = decide(climbed(rising(-9.4), early=rising(400)), CAP, BUDGET, SENSITIVITY, "request")
    assert (decision.kind, decision.slope) == ("growing", 400)


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


def test_a_steady_rise_that_does_not_count_is_told_as_what_it_is() -> None:
    decision = decide(climbed(rising(0.4), rising(0.4)), CAP, BUDGET, SENSITIVITY, "request")
    assert (decision.kind, decision.trickle, decision.slope) == ("bounded", True, 0.4)
    once = decide(climbed(rising(0.4), FLAT, FLAT), CAP, BUDGET, SENSITIVITY, "request")
    assert (once.kind, once.trickle) == ("bounded", False)


def test_a_rise_that_may_count_or_not_is_neither() -> None:
    assert because_of(climbed(rising(0.8, spread=5_000), rising(0.9, spread=5_000))) == (
        "it rises by 0.9 B ± 0.39 B per request, and 1.0 B counts as growth here."
    )


def test_a_rise_in_one_step_is_not_called_growth() -> None:
    stepped = rising(2.0, spread=8_000)
    assert because_of(climbed(FLAT, stepped, halves=(FLAT, stepped), rises=(0.0, 0.0, 4.0))) == (
        "it rose by 13 kB in the last 6,400 units, but not steadily: "
        "a table that grows once looks like that, and so does a swing."
    )


def test_a_rise_after_a_flat_rung_may_be_the_phase_of_a_swing() -> None:
    assert kind_of(climbed(rising(40), FLAT, rising(40))) == "inconclusive"
    assert kind_of(climbed(FLAT, rising(40), rising(40))) == "growing"


def test_no_slope_within_its_own_error_is_called_growth() -> None:
    assert because_of(climbed(rising(3.0, spread=90_000), rising(2.7, spread=90_000))) == (
        "a sawtooth of 90 kB hides any growth below 7.0 B per request."
    )


def test_what_tables_gain_steadily_is_growth_at_the_average_over_their_doublings() -> None:
    gains = (1.0, 1.0, 1.0, 1.0)
    decision = decide(climbed(rising(230), rising(48), gains=gains, average=89.0), CAP, BUDGET, SENSITIVITY, "call")
    assert (decision.kind, decision.slope) == ("growing", 89.0)
    assert because_of(climbed(FLAT, FLAT, gains=gains, average=0.0)) == (
        "its containers gain 1 entry per request while its memory stands still, as tables do between two doublings."
    )


def test_a_sawtooth_can_hide_the_answer() -> None:
    huge = Growth(span=6_400, slope=0.0, spread=62_000, flat=True)
    assert because_of(climbed(huge, huge)) == "a sawtooth of 62 kB hides any growth below 4.8 B per request."


def test_readings_that_scatter_and_fall_are_not_called_growth() -> None:
    assert because_of(climbed(rising(-2), rising(-3, spread=20_000))) == (
        "its readings scatter by 20 kB without coming to rest."
    )
