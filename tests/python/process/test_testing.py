"""`assert_bounded`, in the test that somebody takes home: here, in this very process."""

import functools
import os
import shutil
import sys
import threading
from collections import deque
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from leaklab.testing import Bounded, assert_bounded, assert_sandbox_bounded

KEPT: list[list[int]] = []
CALLED: list[int] = []


def leaks(i: int) -> None:
    KEPT.append([i])


def rests(i: int) -> None:
    CALLED[:] = [i]


async def awaits(i: int) -> None:
    CALLED[:] = [i]


class Service:
    def __init__(self) -> None:
        self.kept: list[str] = []
        self.recent: deque[str] = deque(maxlen=5)

    def leaks(self, i: int) -> None:
        self.kept.append(str(i))

    def rests(self, i: int) -> None:
        self.recent.append(str(i))


def complaint_on(run: Any, **terms: Any) -> str:
    with pytest.raises(AssertionError) as caught:
        assert_bounded(run, cap=3_200, **terms)
    return str(caught.value)


def test_a_bounded_function_gives_its_verdict() -> None:
    verdict = assert_bounded(rests, cap=3_200)
    assert isinstance(verdict, Bounded)
    assert verdict.detection_limit <= 1.0


def test_a_leak_is_told_with_line_type_and_holder() -> None:
    complaint = complaint_on(leaks)
    assert complaint.startswith("Growing: ")
    assert "test_testing.py:" in complaint
    assert "KEPT.append([i])" in complaint
    assert "test_testing.KEPT → [" in complaint


def test_the_test_process_is_left_as_it_was() -> None:
    before = len(KEPT), list(CALLED), threading.active_count(), os.getcwd()
    assert_bounded(awaits, cap=3_200)
    assert_bounded(Service().rests, cap=3_200)
    assert (len(KEPT), list(CALLED), threading.active_count(), os.getcwd()) == before


def test_a_sandbox_that_grows_is_told_with_line_type_and_holder(sandbox: Path) -> None:
    with pytest.raises(AssertionError) as caught:
        assert_sandbox_bounded(sandbox)
    lines = str(caught.value).splitlines()
    assert lines[0].startswith("Growing: ")
    assert lines[2].endswith('app.py:5  SEEN.append({"id": i})')
    assert lines[3].endswith("dict")
    assert "app.SEEN → [" in lines[4]


def test_a_sandbox_that_rests_gives_its_verdict(sandbox: Path) -> None:
    shutil.copy(sandbox / "fixes" / "bounded" / "app.py", sandbox / "project" / "app.py")
    assert isinstance(assert_sandbox_bounded(str(sandbox)), Bounded)


def test_a_closure_is_judged_with_what_it_closes_over() -> None:
    kept: list[dict[str, int]] = []
    complaint = complaint_on(lambda i: kept.append({"i": i}))
    assert "cell kept → list[" in complaint
    assert "measured by tracemalloc" in complaint


def test_a_method_is_judged_with_its_object() -> None:
    assert assert_bounded(Service().rests, cap=3_200).meter == "tracemalloc"
    assert "Service.kept → " in complaint_on(Service().leaks)


def test_a_partial_and_an_async_closure_are_judged() -> None:
    async def waits(i: int) -> None:
        CALLED[:] = [i]

    assert assert_bounded(functools.partial(max, 1), cap=3_200).kind == "bounded"
    assert assert_bounded(waits, cap=3_200).seeds == 3


def test_a_closure_that_starts_threads_is_judged_in_real_time() -> None:
    def run(i: int) -> None:
        thread = threading.Thread(target=len, args=("",))
        thread.start()
        thread.join()

    assert assert_bounded(run, cap=3_200, sensitivity=4.0).kind == "bounded"


def test_a_failing_expectation_is_told_as_such() -> None:
    def run(i: int) -> None:
        assert i < 10, "Ten is too many."

    assert complaint_on(run).startswith("Broken: Ten is too many.")


def test_a_budget_is_kept() -> None:
    large: list[bytes] = []

    def run(i: int) -> None:
        if i < 100:
            large.append(bytes(10_000))

    assert complaint_on(run, budget=100_000).startswith("Bounded, but too large: ")


def test_a_tracer_of_the_test_does_not_count() -> None:
    """As coverage does, but keeping more than it would."""
    lines: list[tuple[str, int]] = []

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        lines.append((f"{frame.f_code.co_filename}:{len(lines)}", frame.f_lineno))
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        verdict = assert_bounded(lambda i: None, cap=3_200)
    finally:
        sys.settrace(before)
    assert lines
    assert verdict.kind == "bounded"


def test_a_program_that_ends_its_process_does_not_end_the_test() -> None:
    assert "os._exit, status 3" in complaint_on(lambda i: os._exit(3))


@pytest.mark.parametrize("run", [print, Service().rests], ids=["builtin", "bound method"])
def test_without_a_fork_only_what_can_be_imported_is_judged(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    if run is print:
        assert assert_bounded(run, cap=3_200).kind == "bounded"
    else:
        with pytest.raises(ValueError, match="define it at the top of a module"):
            assert_bounded(run, cap=3_200)
