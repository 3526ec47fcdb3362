"""The rule that tells growth from everything that only looks like it, on series made by hand."""

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from leaklab.measure.growth import Growth, growth, is_one_step
from leaklab.measure.ladder import FIRST_RUNG, READS_PER_RUNG, read_points, rung_ends
from leaklab.measure.marks import Seen
from leaklab.verdict.decide import limit_at_rest

Series = Callable[[int], float]


def rungs(series: Series, cap: int, jitter: int = 0) -> list[Growth]:
    """What a ladder up to `cap` sees of a program whose memory is `series(units)`."""
    chance = random.Random(5)
    found = []
    start = 0
    for end in rung_ends(cap):
        units = [start, *read_points(start, end, READS_PER_RUNG, chance)]
        found.append(growth(units, [round(series(unit) + chance.uniform(0, jitter)) for unit in units]))
        start = end
    return found


def sawtooth(unit: int) -> float:
    return 40 * (unit % 190)


def filling_cache(unit: int) -> float:
    return 80 * min(unit, 1_000)


def staircase(unit: int) -> float:
    return 4_096 * (unit // 500)


def rare_leak(unit: int) -> float:
    return 600 * (unit // 100)


@pytest.mark.parametrize("series", [lambda unit: 5_000.0, sawtooth, filling_cache], ids=["level", "sawtooth", "cache"])
def test_what_comes_to_rest_is_flat_in_the_last_two_rungs(series: Series) -> None:
    last = rungs(series, 12_800, jitter=500)[-2:]
    assert [rung.flat for rung in last] == [True, True]


@pytest.mark.parametrize(
    ("series", "slope"),
    [(lambda unit: 12.0 * unit, 12.0), (staircase, 8.2), (rare_leak, 6.0), (lambda unit: unit + sawtooth(unit), 1.0)],
    ids=["line", "staircase", "one in a hundred", "a line under a sawtooth"],
)
def test_what_goes_on_rising_is_not_flat_and_its_slope_is_right(series: Series, slope: float) -> None:
    last = rungs(series, 25_600, jitter=500)[-1]
    assert not last.flat
    assert last.slope == pytest.approx(slope, rel=0.15)


def test_a_cache_that_is_filling_is_not_flat_before_it_is_full() -> None:
    first, second = rungs(filling_cache, 1_600)
    assert not first.flat
    assert not second.flat


def test_a_slope_above_the_detection_limit_is_never_flat() -> None:
    units = list(range(0, 1_601, 50))
    noise = random.Random(3)
    wobble = [noise.uniform(0, 4_000) for _ in units]
    limit = growth(units, [round(level) for level in wobble]).detection_limit
    grown = growth(units, [round(level + 1.5 * limit * unit) for level, unit in zip(wobble, units, strict=True)])
    assert not grown.flat


def test_the_detection_limit_halves_when_the_rung_doubles() -> None:
    calm = [rung.detection_limit for rung in rungs(lambda unit: 5_000.0, 6_400)]
    assert calm == [64 / 800, 64 / 800, 64 / 1_600, 64 / 3_200]


@pytest.mark.parametrize(
    ("series", "found"),
    [
        (lambda unit: 4 * unit + sawtooth(unit) + 900_000 * (unit > 4_000), True),
        (lambda unit: 40 * unit + 900_000 * (unit > 4_000), False),
        (lambda unit: 900_000 * (unit // 2_000), False),
        (lambda unit: 40 * unit, False),
        (sawtooth, False),
    ],
    ids=["a step on a swing", "a step on a line", "step after step", "line", "sawtooth"],
)
def test_one_step_is_told_from_a_line_and_from_steps_that_come_again(series: Series, *, found: bool) -> None:
    units = read_points(1_600, 6_400, 2 * READS_PER_RUNG, random.Random(5))
    assert is_one_step(units, [round(series(unit)) for unit in units], 8.0) == found


def limit(
    *rungs: Growth,
    halves: tuple[Growth, ...] = (),
    rest: Growth | None = None,
    cap: int = 12_800,
    sensitivity: float = 1.0,
    gains: tuple[float, ...] = (),
    troughs: Growth | None = None,
) -> float | None:
    seen = Seen(
        rungs=rungs,
        averages=(),
        halves=halves,
        rest=rest or rungs[-1],
        last_two=rungs[-1],
        average=0.0,
        average_over_doublings=0.0,
        rises=(),
        gains=gains,
        troughs=troughs,
    )
    return limit_at_rest(seen, cap, sensitivity)


def test_two_flat_rungs_are_needed() -> None:
    flat = Growth(span=3_200, slope=0.0, spread=10, flat=True)
    rising = Growth(span=3_200, slope=50.0, spread=10, flat=False)
    both = Growth(span=6_400, slope=0.0, spread=10, flat=True)
    assert limit(flat, flat, rest=both) == both.detection_limit
    assert limit(rising, flat) is None
    assert limit(flat) is None


def test_what_rests_for_longer_is_seen_more_finely() -> None:
    flat = Growth(span=6_400, slope=0.0, spread=20_000, flat=True)
    assert limit(flat, flat, rest=replace(flat, span=9_600)) is None
    assert limit(flat, flat, rest=replace(flat, span=12_800)) == 10_000 / 12_800


def test_a_trough_that_rose_by_chance_does_not_unsettle_what_leaves_no_room_for_growth() -> None:
    wobbling = Growth(span=3_200, slope=0.03, spread=1_300, flat=False)
    both = replace(wobbling, span=6_400)
    assert wobbling.rests(1.0)
    assert limit(wobbling, wobbling, rest=both) == pytest.approx(0.03 + 650 / 6_400)
    assert limit(wobbling, wobbling, rest=both, sensitivity=0.1) is None


def test_a_rise_of_which_even_the_most_does_not_count_leaves_it_at_rest() -> None:
    slow = Growth(span=3_200, slope=0.4, spread=1_300, flat=False)
    assert slow.rests(1.0)
    assert not slow.rests(0.5)
    assert limit(slow, slow, rest=replace(slow, span=6_400)) == pytest.approx(0.4 + 650 / 6_400)


def test_contents_that_rise_steadily_are_no_rest() -> None:
    flat = Growth(span=3_200, slope=0.0, spread=10, flat=True)
    both = replace(flat, span=6_400)
    assert limit(flat, flat, rest=both, gains=(1.1, 0.9)) is None
    assert limit(flat, flat, rest=both, gains=(-0.9, 1.0)) == both.detection_limit
    assert limit(flat, flat, rest=both, gains=(1.0, 0.1)) == both.detection_limit
    # Their tables take no more than a tenth of a byte.
    assert limit(flat, flat, rest=both, gains=(0.01, 0.01)) == both.detection_limit


def test_a_swing_rests_when_its_troughs_do() -> None:
    coarse = Growth(span=3_200, slope=2.0, spread=62_000, flat=True)
    level = Growth(span=4_800, slope=0.0, spread=3_600, flat=True)
    assert limit(coarse, coarse, troughs=level) == 1_800 / 4_800
    assert limit(coarse, coarse, troughs=replace(level, slope=1.5, flat=False)) is None
    assert limit(coarse, replace(coarse, slope=20.0), troughs=level) is None


def test_flat_rungs_that_were_too_coarse_or_too_short_settle_nothing() -> None:
    coarse = Growth(span=3_200, slope=0.0, spread=62_000, flat=True)
    short = Growth(span=800, slope=0.0, spread=10, flat=True)
    assert limit(coarse, coarse, rest=replace(coarse, span=6_400)) is None
    assert limit(short, short, rest=replace(short, span=1_600)) is None


def test_both_halves_of_a_long_rung_do_as_well_after_something_late() -> None:
    late = Growth(span=1_600, slope=1.1, spread=1_600, flat=False)
    flat = Growth(span=3_200, slope=0.0, spread=10, flat=True)
    half = Growth(span=1_600, slope=0.0, spread=10, flat=True)
    assert limit(late, flat, halves=(half, half)) == flat.detection_limit
    assert limit(late, flat, halves=(late, half)) is None
    assert limit(late, flat, halves=(Growth(span=400, slope=0.0, spread=10, flat=True),) * 2) is None


def test_what_comes_to_rest_again_and_again_is_a_staircase() -> None:
    late = Growth(span=1_600, slope=1.1, spread=1_600, flat=False)
    flat = Growth(span=3_200, slope=0.0, spread=10, flat=True)
    half = Growth(span=1_600, slope=0.0, spread=10, flat=True)
    assert limit(flat, late, flat, halves=(half, half)) == flat.detection_limit
    assert limit(late, flat, late, flat, halves=(half, half)) is None


def test_a_longer_horizon_takes_a_longer_rest() -> None:
    flat = Growth(span=3_200, slope=0.0, spread=10, flat=True)
    both = replace(flat, span=6_400)
    assert limit(flat, flat, rest=both, cap=25_600) == both.detection_limit
    assert limit(flat, flat, rest=both, cap=51_200) is None


def test_each_rung_doubles_the_whole_load_and_the_last_ends_at_the_cap() -> None:
    assert list(rung_ends(12_800)) == [800, 1_600, 3_200, 6_400, 12_800]
    assert list(rung_ends(10_000)) == [800, 1_600, 3_200, 6_400, 10_000]
    assert list(rung_ends(4)) == [4]


def test_reads_lie_at_uneven_distances_and_the_last_at_the_end() -> None:
    places = read_points(FIRST_RUNG, 2 * FIRST_RUNG, READS_PER_RUNG, random.Random(1))
    distances = {after - before for before, after in pairwise(places)}
    assert places == sorted(set(places))
    assert places[-1] == 2 * FIRST_RUNG
    assert len(distances) > 5


def test_a_stretch_of_one_read_shows_nothing() -> None:
    assert not growth([0], [100]).flat
