"""What rests in the ladder only because somebody collects all the time: the judge, or the program by brute force."""

from dataclasses import replace

import pytest
from programs import CONTRACT, as_kind, cycles, judged_as, program, verdict_on

from leaklab.native.judging import check
from leaklab.wire.report import Broken, Costly, Growing, OverBudget


def test_cycles_that_the_collector_takes_care_of_are_bounded() -> None:
    assert verdict_on(cycles(2_000)).kind == "bounded"


def test_garbage_that_nothing_collects_grows_and_has_no_path() -> None:
    verdict = judged_as(Growing, "import gc\ngc.disable()\n" + cycles(2_000))
    assert 2_000 < verdict.bytes_per_unit < 3_000
    assert "of garbage, and no collector comes for it, per request" in verdict.sentence
    assert verdict.next is None
    assert verdict.rungs[-1].flat, "The ladder alone, which collects for every read, sees nothing of it."


def test_a_program_without_garbage_may_turn_the_collector_off() -> None:
    verdict = verdict_on("import gc\ngc.disable()\n\ndef handle(i):\n    return [i]\n")
    assert verdict.kind == "bounded"


@pytest.mark.parametrize("every", [130, 450, 3_000])
def test_a_program_may_collect_for_itself(every: int) -> None:
    verdict = verdict_on(f"import gc\ngc.disable()\n{cycles(2_000)}    if i % {every} == 0:\n        gc.collect()\n")
    assert verdict.kind == "bounded"


def test_collecting_only_what_is_young_does_not_help_what_has_grown_old() -> None:
    keeping = """
import gc
from collections import deque

gc.disable()
LAST = deque(maxlen=200)

class Node:
    def __init__(self):
        self.itself = self
        self.text = bytes(500)

def handle(i):
    LAST.append(Node())
    if i % 50 == 0:
        gc.collect(0)
"""
    verdict = verdict_on(keeping)
    assert verdict.kind == "growing"
    assert "of garbage" in verdict.sentence


def test_a_little_garbage_that_nothing_collects_grows() -> None:
    verdict = verdict_on("import gc\ngc.disable()\n" + cycles(1))
    assert verdict.kind == "growing"


@pytest.mark.parametrize("every", [1, 10], ids=["for every request", "for every tenth"])
def test_collecting_again_and_again_is_costly(every: int) -> None:
    verdict = judged_as(Costly, f"import gc\n{cycles(2_000)}    if i % {every} == 0:\n        gc.collect()\n")
    assert verdict.collections_per_unit == pytest.approx(1 / every, rel=0.1)
    assert verdict.collections_per_unit > verdict.most_collections_per_unit
    assert verdict.lead == "Costly:"
    assert verdict.detail == "Each looks at every object of the process."
    assert verdict.sentence == f"{verdict.headline} {verdict.detail}"
    assert verdict.rungs[-1].bytes_per_unit < verdict.sensitivity, "The ladder alone calls it bounded."


def test_collecting_now_and_then_is_not() -> None:
    verdict = verdict_on(f"import gc\n{cycles(2_000)}    if i % 500 == 0:\n        gc.collect()\n")
    assert verdict.kind == "bounded"


def test_garbage_in_heaps_is_over_the_budget() -> None:
    verdict = judged_as(OverBudget, cycles(200_000))
    assert verdict.peak_bytes > 16 * 1024 * 1024
    assert verdict.retained_bytes < verdict.budget_bytes


@pytest.mark.parametrize("size", [150_000, 1_000_000])
def test_garbage_in_heaps_is_over_a_budget_of_megabytes_too(size: int) -> None:
    judged = replace(program(cycles(size)), contract=replace(CONTRACT, budget_bytes=10_000_000))
    verdict = as_kind(OverBudget, check(judged, seed=1))
    assert verdict.peak_bytes > 26_000_000
    assert verdict.peak_bytes < 210 * size, "It is known after two hundred requests."
    assert "garbage that waits for the collector" in verdict.headline
    assert "weak reference" in verdict.sentence


def test_garbage_that_the_collector_keeps_small_is_bounded() -> None:
    assert verdict_on(cycles(20_000)).kind == "bounded"


def test_heavy_garbage_that_nothing_collects_grows() -> None:
    verdict = judged_as(Growing, "import gc\ngc.disable()\n" + cycles(150_000))
    assert verdict.bytes_per_unit == pytest.approx(150_000, rel=0.15)


def test_a_leak_and_a_collection_for_every_request_is_a_leak() -> None:
    leak = "import gc\nSEEN = []\n\ndef handle(i):\n    SEEN.append([i])\n    gc.collect()\n"
    assert verdict_on(leak).kind == "growing"


def test_the_feature_is_asserted_then_too() -> None:
    check = "import app\n\ndef during(i):\n    assert i < 3_800, 'The 3,800th request must be answered.'\n"
    assert judged_as(Broken, "def handle(i):\n    pass\n", check=check).units == 3_801


def test_a_collector_that_comes_later_but_comes_is_no_growth() -> None:
    verdict = verdict_on("import gc\ngc.set_threshold(20_000)\n" + cycles(500))
    assert verdict.kind == "bounded"


def test_a_little_heavy_garbage_that_the_collector_has_not_come_for_yet_is_no_growth() -> None:
    seldom = cycles(10_000).replace("    Node()\n", "    if not i % 50:\n        Node()\n")
    assert verdict_on(seldom).kind == "bounded"
