import pytest

from leaklab import describe


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 B"), (999, "999 B"), (1_234, "1.2 kB"), (99_960, "100 kB"), (48_000_000, "48 MB")]
)
def test_bytes_are_told_in_decimal_units(size: int, text: str) -> None:
    assert describe.describe_bytes(size) == text


@pytest.mark.parametrize(
    ("slope", "text"), [(0.0123, "0.012 B"), (3.14, "3.1 B"), (412.3, "412 B"), (2_310.0, "2.3 kB")]
)
def test_slopes_are_told_as_finely_as_they_are_known(slope: float, text: str) -> None:
    assert describe.describe_slope(slope) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "1 s"), (65_040, "18 h 4 min"), (90_000, "1 d 1 h"), (3_600, "1 h"), (125, "2 min 5 s")]
)
def test_durations_are_told_in_their_two_largest_units(seconds: float, text: str) -> None:
    assert describe.describe_duration(seconds) == text


def test_nouns_take_their_plural() -> None:
    nouns = ["request", "query", "batch", "key"]
    assert [describe.plural(noun) for noun in nouns] == ["requests", "queries", "batches", "keys"]
    assert describe.plural("request", 1) == "request"


def test_a_growing_program_is_told_when_its_container_is_full() -> None:
    sentence = describe.describe_growing("request", 412.0, 3.0, 20, 512 * 1024 * 1024, 65_040)
    assert sentence == (
        "Growing: 412 B and 3.0 objects per request. At 20 requests a second a 512 MiB container is full in 18 h 4 min."
    )


def test_a_bounded_program_is_told_how_finely_it_was_looked_at() -> None:
    assert describe.describe_bounded("request", 12_800, 0.05) == (
        "Bounded: no growth above 0.05 B per request over 12,800 requests."
    )


def test_what_is_too_large_is_told_by_what_it_keeps_or_by_its_peak() -> None:
    kept = describe.describe_over_budget(48_000_000, 50_000_000, 2_000_000)
    peak = describe.describe_over_budget(1_000_000, 50_000_000, 2_000_000)
    assert kept == "Bounded, but too large: 48 MB kept against 2 MB."
    assert peak == "Bounded, but too large: 50 MB at its peak against 2 MB."
