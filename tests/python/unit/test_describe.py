import pytest

from leaklab.wire import describe
from leaklab.words import say


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 B"), (999, "999 B"), (1_234, "1.2 kB"), (99_960, "100 kB"), (48_000_000, "48 MB")]
)
def test_bytes_are_told_in_decimal_units(size: int, text: str) -> None:
    assert say().bytes(size) == text


@pytest.mark.parametrize(
    ("slope", "text"), [(0.0123, "0.012 B"), (3.14, "3.1 B"), (412.3, "412 B"), (2_310.0, "2.3 kB")]
)
def test_slopes_are_told_as_finely_as_they_are_known(slope: float, text: str) -> None:
    assert say().slope(slope) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "1 s"), (65_040, "18 h 4 min"), (90_000, "1 d 1 h"), (3_600, "1 h"), (125, "2 min 5 s")]
)
def test_durations_are_told_in_their_two_largest_units(seconds: float, text: str) -> None:
    assert say().duration(seconds) == text


def test_nouns_take_their_plural() -> None:
    nouns = ["request", "query", "batch", "key"]
    assert [say().many(noun) for noun in nouns] == ["requests", "queries", "batches", "keys"]
    assert say().plural("request", 1) == "request"


def test_a_growing_program_is_told_how_fast_and_then_when_its_container_is_full() -> None:
    lifetime = say().verdict.lifetime("request", 20, 512 * 1024 * 1024, 65_040)
    words = describe.describe_growing("request", 412.0, 3.0, lifetime)
    assert words.lead == "Growing:"
    assert words.headline == "Growing: 412 B and 3.0 objects per request."
    assert words.besides == "At 20 requests a second a 512 MiB container is full in 18 h 4 min."
    assert words.sentence == (
        "Growing: 412 B and 3.0 objects per request. At 20 requests a second a 512 MiB container is full in 18 h 4 min."
    )


def test_a_slow_rise_is_told_with_its_error_and_with_what_would_count() -> None:
    words = describe.describe_trickle("request", 0.632, 0.0267, 1.0)
    assert words.lead == "As good as bounded:"
    assert words.sentence == (
        "As good as bounded: it grows by 0.63 ± 0.03 B per request, less than the 1.0 B that counts here."
    )


@pytest.mark.parametrize(
    ("slope", "error", "text"),
    [
        (0.632, 0.0267, "0.63 ± 0.03 B"),
        (0.632, 0.3, "0.6 ± 0.3 B"),
        (4.26, 2.0, "4 ± 2 B"),
        (0.5, 0.095, "0.50 ± 0.10 B"),
    ],
)
def test_a_measure_is_told_as_finely_as_its_error(slope: float, error: float, text: str) -> None:
    assert say().measured(slope, error) == text


def test_garbage_is_called_garbage() -> None:
    words = describe.describe_growing("task", 412.0, 3.0, "", garbage=True)
    assert words.sentence == "Growing: 412 B of garbage, and no collector comes for it, per task."


@pytest.mark.parametrize(
    ("words", "lead", "headline", "sentence"),
    [
        (
            describe.describe_bounded("request", 12_800, 0.05, 3_830_000),
            "Bounded:",
            "Bounded: no growth above 0.05 B per request over 12,800 requests, 3.8 MB kept.",
            "Bounded: no growth above 0.05 B per request over 12,800 requests, 3.8 MB kept.",
        ),
        (
            describe.describe_bounded("request", 12_800, 0.05, 400),
            "Bounded:",
            "Bounded: no growth above 0.05 B per request over 12,800 requests.",
            "Bounded: no growth above 0.05 B per request over 12,800 requests.",
        ),
        (
            describe.describe_over_budget(48_000_000, 50_000_000, 2_000_000),
            "Bounded, but too large:",
            "Bounded, but too large: 48 MB kept against 2 MB.",
            "Bounded, but too large: 48 MB kept against 2 MB.",
        ),
        (
            describe.describe_over_budget(1_000_000, 50_000_000, 2_000_000, garbage=True),
            "Bounded, but too large:",
            "Bounded, but too large: 50 MB at its peak against 2 MB, all but 1 MB of it garbage that waits for the "
            "collector.",
            "Bounded, but too large: 50 MB at its peak against 2 MB, all but 1 MB of it garbage that waits for the "
            "collector. Break the cycles that hold it when the work is done, or make one side a weak reference, and it "
            "goes at once.",
        ),
        (
            describe.describe_over_budget(1_000_000, 50_000_000, 2_000_000),
            "Bounded, but too large:",
            "Bounded, but too large: 50 MB at its peak against 2 MB.",
            "Bounded, but too large: 50 MB at its peak against 2 MB.",
        ),
        (
            describe.describe_costly("request", 1, 1),
            "Costly:",
            "Costly: 1 full collection in 1 request.",
            "Costly: 1 full collection in 1 request. Each looks at every object of the process.",
        ),
        (
            describe.describe_inconclusive("a sawtooth of 62 kB hides any growth below 9.1 B per request."),
            "Cannot tell:",
            "Cannot tell: a sawtooth of 62 kB hides any growth below 9.1 B per request.",
            "Cannot tell: a sawtooth of 62 kB hides any growth below 9.1 B per request.",
        ),
        (
            describe.describe_broken("The last 20 must be kept: 19 are. Look at the ring."),
            "Broken:",
            "Broken: The last 20 must be kept: 19 are. Look at the ring.",
            "Broken: The last 20 must be kept: 19 are. Look at the ring.",
        ),
        (
            describe.describe_broken("The page must still be there.", "TypeError in app.py, line 8: no slices"),
            "Broken:",
            "Broken: TypeError in app.py, line 8: no slices.",
            "Broken: TypeError in app.py, line 8: no slices. The page must still be there.",
        ),
        (
            describe.describe_crashed("request", 40, "load", "KeyError: 'x'"),
            "Crashed after 40 requests:",
            "Crashed after 40 requests: KeyError: 'x'",
            "Crashed after 40 requests: KeyError: 'x'",
        ),
        (describe.Words("", "It ended.", "It had begun."), "", "It ended.", "It ended. It had begun."),
    ],
)
def test_a_verdict_is_worded_in_parts(words: describe.Words, lead: str, headline: str, sentence: str) -> None:
    assert (words.lead, words.headline, words.sentence) == (lead, headline, sentence)


@pytest.mark.parametrize(
    ("units", "phase", "moment"),
    [
        (0, "import", "while the program was imported"),
        (7, "diagnosis", "in the diagnosis"),
        (0, "load", "in the first request"),
        (1, "warm-up", "after 1 request"),
        (1_234, "load", "after 1,234 requests"),
    ],
)
def test_a_moment_is_told_by_what_came_back_before_it(units: int, phase: str, moment: str) -> None:
    assert say().verdict.moment("request", units, phase) == moment
