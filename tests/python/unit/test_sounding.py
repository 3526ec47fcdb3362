"""A swing is followed to its trough, and how far that may be off is known."""

from collections.abc import Callable

import pytest

from leaklab.measure.sounding import Trough, growth_of_troughs, sound, swings
from leaklab.world.stack import Steps, drive


def reading(series: Callable[[int], int], start: int = 0) -> Callable[[int], int]:
    """`series`, from `start` on, by so many units further."""
    done = start

    def read_after(units: int) -> int:
        nonlocal done
        done += units
        return series(done)

    return read_after


def sounded(
    reading: Callable[[int], int], before: int, swing: int, most_units: int, lowest: int | None = None
) -> Trough | None:
    def read_after(units: int) -> Steps[int]:
        yield from ()
        return reading(units)

    return drive(sound(read_after, before, swing, most_units, lowest))


@pytest.mark.parametrize("start", [0, 13, 49])
def test_a_swing_of_few_units_is_followed_unit_by_unit(start: int) -> None:
    found = sounded(reading(lambda unit: 1_800 * (unit % 50), start), 1_800 * start, 1_800 * 49, most_units=1_600)
    assert found == Trough(units=50 - start, size=0, step=1_800)


def test_a_long_swing_is_known_as_finely_as_it_was_read() -> None:
    found = sounded(reading(lambda unit: 100 * (unit % 1_000)), 0, 99_900, most_units=6_400)
    assert found is not None
    assert found.size <= found.step <= 1_600


def test_a_short_swing_on_a_long_one_is_followed_to_where_both_are_down() -> None:
    def both(unit: int) -> int:
        return 700 * (unit % 70) + 100 * (unit % 900)

    def trough(lowest: int | None) -> Trough:
        found = sounded(reading(both, 2_000), both(2_000), 90_000, most_units=3_200, lowest=lowest)
        assert found is not None
        return found

    assert trough(None).size > 20_000
    assert trough(5_000).size < 5_000 + 90_000 / 8
    # There is none as low as that: the lowest that there was has to do.
    assert trough(-100_000).size <= trough(5_000).size


def test_what_does_not_come_down_has_no_trough() -> None:
    assert sounded(reading(lambda unit: 100 * unit), 0, 10_000, most_units=6_400) is None
    assert sounded(reading(lambda unit: 100 * (unit % 1_000)), 0, 99_900, most_units=500) is None


def test_only_what_comes_down_swings() -> None:
    assert swings([0, 50, 90, 10, 60])
    assert not swings([0, 50, 90, 80, 120])
    assert not swings([5])


def test_troughs_are_a_line_of_their_own() -> None:
    units = [1_600, 3_200, 6_400]
    assert growth_of_troughs(units[:2], [0, 0], [10, 10]) is None
    level = growth_of_troughs(units, [40, 0, 20], [1_800, 1_800, 1_800])
    assert level is not None
    assert (level.flat, level.spread) == (True, 3_600)
    rising = growth_of_troughs(units, [0, 3_200, 9_600], [100, 100, 100])
    assert rising is not None
    assert not rising.flat
    assert rising.slope == pytest.approx(2.0)


def test_no_more_is_read_than_there_is_time_for() -> None:
    asked: list[int] = []

    def read_after(units: int) -> Steps[int]:
        yield from ()
        asked.append(units)
        return 1_800 * (sum(asked) % 50)

    sounding = sound(read_after, 0, 1_800 * 49, 1_600, out_of_time=lambda: len(asked) >= 20)
    assert drive(sounding) is None
    assert len(asked) == 20
