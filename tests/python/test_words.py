"""What the judge and the page both say, they say in the same words: one list of cases, read by both."""

import json
from pathlib import Path
from typing import Any

import pytest

from leaklab import describe

WORDS = Path(__file__).parent.parent / "words"
DURATIONS: list[tuple[float, str]] = json.loads((WORDS / "durations.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("seconds", "words"), DURATIONS)
def test_a_duration_is_told_as_on_the_page(seconds: float, words: str) -> None:
    assert describe.describe_duration(seconds) == words


@pytest.mark.parametrize("case", json.loads((WORDS / "growing.json").read_text(encoding="utf-8")))
def test_a_growing_program_is_told_as_the_page_takes_it_apart(case: dict[str, Any]) -> None:
    container = case["mebibytes"] * 1024 * 1024
    figures = (case["unit"], case["bytesPerUnit"], case["objectsPerUnit"], case["ratePerSecond"], container)
    assert describe.describe_growing(*figures, case["secondsToLimit"]) == f"{case['head']} {case['lifetime']}"
