"""What the judge and the page both say, they say in the same words: one list of cases, read by both."""

import json
from pathlib import Path
from typing import Any

import pytest

from leaklab.wire import describe
from leaklab.words import say

WORDS = Path(__file__).parents[2] / "words"
DURATIONS: list[tuple[float, str]] = json.loads((WORDS / "durations.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("seconds", "words"), DURATIONS)
def test_a_duration_is_told_as_on_the_page(seconds: float, words: str) -> None:
    assert say().duration(seconds) == words


@pytest.mark.parametrize("case", json.loads((WORDS / "growing.json").read_text(encoding="utf-8")))
def test_a_lifetime_is_told_as_on_the_page(case: dict[str, Any]) -> None:
    unit, container = case["unit"], case["mebibytes"] * 1024 * 1024
    lifetime = say().verdict.lifetime(unit, case["ratePerSecond"], container, case["secondsToLimit"])
    words = describe.describe_growing(unit, case["bytesPerUnit"], case["objectsPerUnit"], lifetime)
    assert words.headline == case["headline"]
    assert words.besides == case["lifetime"]
    assert words.sentence == f"{case['headline']} {case['lifetime']}"
