"""Which readings of memory outside malloc are growth, and which are an allocator that keeps what it has."""

import random
from collections.abc import Callable

import pytest

from leaklab.measure.outside import Outside

KB = 1024


def rate_of(size: Callable[[int], float], units: int = 3_200, step: int = 100) -> float:
    """Of readings of `size` bytes after so many units."""
    now = [0]
    outside = Outside(lambda: round(size(now[0])), units // step + 1)
    for now[0] in range(0, units + 1, step):
        outside.take(now[0])
    return outside.rate()


def test_a_steady_rise_is_told_with_its_rate() -> None:
    assert rate_of(lambda units: 5_000_000 + 4_096 * units) == pytest.approx(4_096, rel=0.01)


@pytest.mark.parametrize("grain", [64 * KB, 256 * KB, 2_048 * KB])
def test_a_rise_that_comes_in_chunks_is_a_rise(grain: int) -> None:
    assert rate_of(lambda units: 8_192 * units // grain * grain) == pytest.approx(8_192, rel=0.2)


def test_noise_on_a_rise_hides_it_not() -> None:
    chance = random.Random(1)
    noisy = rate_of(lambda units: 4_096 * units + chance.randrange(500 * KB))
    assert noisy == pytest.approx(4_096, rel=0.1)


@pytest.mark.parametrize(
    "size",
    [
        lambda units: 0,
        lambda units: 40 * units,
        lambda units: 10_000 * KB if units > 2_000 else 0,
        lambda units: 4_096 * min(units, 2_200),
        lambda units: 4_096 * (units % 500),
        lambda units: 5_000_000 - 4_096 * units,
        lambda units: 30_000 * KB * (1 - 0.998**units),
        lambda units: random.Random(units).randrange(8_000 * KB),
    ],
    ids=[
        "nothing",
        "less than an allocator keeps",
        "one step",
        "full after a while",
        "a sawtooth",
        "a fall",
        "slower and slower",
        "scatter",
    ],
)
def test_what_does_not_rise_steadily_is_no_growth(size: Callable[[int], float]) -> None:
    assert rate_of(size) == 0.0


def test_it_passes_a_limit_only_by_growth() -> None:
    outside = Outside(iter([0, *[9_000 * KB] * 32]).__next__, 33)
    for units in range(33):
        outside.take(100 * units)
    assert not outside.passes(KB)
