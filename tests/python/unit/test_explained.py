"""Whatever becomes of an explanation, the verdict stands."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

import pytest

from leaklab.explain import explain as explaining
from leaklab.explain import holders
from leaklab.load.load import Load
from leaklab.load.run import Run
from leaklab.native.judging import judge
from leaklab.native.process import ChildFailed, OnSignal
from leaklab.native.signals import ChildEnd
from leaklab.wire.command import Command, Contract, Program
from leaklab.wire.report import Growing, NextExplain
from leaklab.wire.signals import Fault, Judged
from leaklab.world.stack import drive

PROGRAM = Program(
    unit="request",
    contract=Contract(cap=3_200, budget_bytes=1, sensitivity=1, warm_up=0, rate_per_second=1),
    project={},
    harness={},
)
GROWING = Growing(
    sentence="Growing: 9 B per request.",
    headline="Growing: 9 B per request.",
    lead="Growing:",
    next=NextExplain(about="growth", units=800, bytes=9),
    unit="request",
    units=3_200,
    seed=1,
    seeds=1,
    meter="mallinfo2",
    seconds=1,
    base_bytes=0,
    imported_bytes=0,
    retained_bytes=0,
    peak_bytes=0,
    budget_bytes=1,
    bytes_per_unit=9,
    bytes_per_unit_error=0.0,
    entries_per_unit=0.0,
    outside_bytes_per_unit=0.0,
    detection_limit=0,
    sensitivity=1,
    rungs=(),
    lifetime="",
    objects_per_unit=0,
    container_bytes=1,
    rate_per_second=1,
    units_to_limit=1,
    seconds_to_limit=1,
)


def died(command: Command) -> ChildEnd:
    return Fault(run_id=1, fault="died", message="The program ended the interpreter.")


def failed(command: Command) -> ChildEnd:
    raise ChildFailed("The child process ended without a verdict.")


@pytest.mark.parametrize(
    ("explains", "reason"),
    [
        (died, "The program ended the interpreter."),
        (failed, "The child process ended without a verdict."),
        (lambda command: Judged(run_id=1, verdict=GROWING), "the program came to another end."),
    ],
    ids=["died", "failed", "crashed"],
)
def test_the_process_that_explains_may_end_as_it_likes(explains: Callable[[Command], ChildEnd], reason: str) -> None:
    asked: list[Command] = []

    def execute(command: Command, on_signal: OnSignal) -> ChildEnd:
        asked.append(command)
        return Judged(run_id=1, verdict=GROWING) if command.kind == "check" else explains(command)

    judgement = judge(PROGRAM, 1, execute=execute)
    assert judgement.verdict.kind == "growing"
    assert judgement.explanation is not None
    assert judgement.explanation.notes == (f"It could not be explained: {reason}",)
    assert (asked[1].about, asked[1].units, asked[1].bytes) == ("growth", 800, 9)


def raising(*arguments: object) -> object:
    raise RuntimeError("Working outside of request context.")


def test_what_goes_wrong_in_the_search_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explaining, "explain_growth", raising)
    # It lasts as long as its process: what tests after this one stop would go on being traced.
    monkeypatch.setattr(explaining, "share", lambda: None)
    run = cast(Run, SimpleNamespace(command=Command(kind="explain", program=PROGRAM, seed=1)))
    assert drive(explaining.explain(run)).notes == ("It could not be explained: the search failed (RuntimeError).",)


def test_lines_and_types_are_told_without_holders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holders, "_search", raising)
    survived = [holders.Survived([], 1, 56)]
    found = holders.holders(cast(Run, None), cast(Load, None), survived, (), (), lambda value: False, lambda: False)
    assert (found.rows, found.reached) == ((), (False,))
    assert found.failed == ("The search for who holds it failed (RuntimeError): the lines and types stand.",)
