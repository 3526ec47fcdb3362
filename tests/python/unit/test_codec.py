"""Dataclasses to JSON and back."""

import gc
import json
from dataclasses import dataclass
from typing import Any

import pytest

from leaklab.wire.codec import Malformed, as_json, from_json
from leaklab.wire.command import Command, Contract, Program, Target, parse_command
from leaklab.wire.report import Bounded, Crashed, Frame, NextCheck, PythonError, Rung, Verdict
from leaklab.wire.signals import Judged, Signal, Wire

CONTRACT = Contract(cap=12_800, budget_bytes=400_000, sensitivity=0.5, warm_up=300, rate_per_second=20)
PROGRAM = Program(unit="request", contract=CONTRACT, project={"app.py": "x = 1\n"}, harness={"workload.py": ""})
COMMAND = Command(kind="check", run_id=7, program=PROGRAM, seed=1, cap=12_800)
BOUNDED = Bounded(
    sentence="Bounded: it rests.",
    headline="Bounded: it rests.",
    lead="Bounded:",
    unit="request",
    units=3_200,
    seed=1,
    seeds=1,
    meter="mallinfo2",
    seconds=0.5,
    base_bytes=1_000,
    imported_bytes=0,
    retained_bytes=20,
    peak_bytes=30,
    budget_bytes=400_000,
    bytes_per_unit=0.0,
    bytes_per_unit_error=0.01,
    entries_per_unit=0.0,
    outside_bytes_per_unit=0.0,
    detection_limit=0.02,
    sensitivity=1.0,
    rungs=(Rung(units=800, bytes_per_unit=0.0, spread_bytes=12, flat=True),),
    next=NextCheck(seed=2, cap=12_800, agreed=1),
    trickle=False,
)
CRASHED = Crashed(
    sentence="It ended.",
    headline="It ended.",
    lead="",
    detail="",
    phase="load",
    units=40,
    error=PythonError("KeyError", "'x'", "KeyError: 'x'", (Frame("app.py", 3, "handle", "x"),)),
)


def changed(**change: Any) -> dict[str, Any]:
    return {**as_json(COMMAND), **change}


def test_names_are_camel_case_and_the_kind_comes_first() -> None:
    assert as_json(NextCheck(seed=2, cap=3_200, agreed=0)) == {"kind": "check", "seed": 2, "cap": 3_200, "agreed": 0}
    assert next(iter(as_json(BOUNDED))) == "kind"
    assert as_json(BOUNDED)["detectionLimit"] == 0.02


@pytest.mark.parametrize("verdict", [BOUNDED, CRASHED])
def test_a_verdict_comes_back_as_it_went(verdict: Verdict) -> None:
    sent = json.loads(json.dumps(as_json(verdict)))
    assert from_json(Verdict, sent) == verdict
    assert from_json(Signal, {"kind": "verdict", "runId": 7, "verdict": sent}) == Judged(run_id=7, verdict=verdict)


def test_a_command_comes_back_as_it_went() -> None:
    own = Program("call", CONTRACT, {}, {}, Target("service", "run", path=("/srv", "/lib"), time="auto"))
    for command in (COMMAND, Command(kind="explain", program=own, seed=3)):
        assert parse_command(json.dumps(as_json(command))) == command


def test_what_has_a_default_may_be_left_out() -> None:
    sent = as_json(COMMAND)
    del sent["units"], sent["program"]["target"]
    assert from_json(Command, sent) == COMMAND


def test_a_whole_number_is_a_number_and_a_truth_is_none() -> None:
    @dataclass
    class Measure:
        size: float

    assert from_json(Measure, {"size": 3}) == Measure(3)
    with pytest.raises(Malformed, match=r"^\$\.size is True, not float$"):
        from_json(Measure, {"size": True})


@pytest.mark.parametrize(
    ("form", "value", "complaint"),
    [
        (Command, [], "$ is [], not an object"),
        (Command, changed(kind="dance"), "$.kind is 'dance', not 'observe' or 'diagnose' or 'check' or 'explain'"),
        (Command, changed(seed="1"), "$.seed is '1', not int"),
        (Command, changed(tempo=3), "$.tempo is not known"),
        (Command, {"kind": "check", "seed": 1}, "$.program is missing"),
        (
            Command,
            changed(program={**as_json(PROGRAM), "project": {"app.py": 3}}),
            "$.program.project.app.py is 3, not str",
        ),
        (Command, changed(program={**as_json(PROGRAM), "harness": []}), "$.program.harness is [], not dict"),
        (Verdict, {"kind": "splendid"}, "$.kind is 'splendid', which is not known"),
        (Verdict, None, "$.kind is None, which is not known"),
        (Verdict, {**as_json(BOUNDED), "next": {"kind": "rest"}}, "$.next.kind is 'rest', which is not known"),
        (Verdict, {**as_json(BOUNDED), "rungs": [{"units": 800}]}, "$.rungs[0].bytesPerUnit is missing"),
        (Verdict, {**as_json(BOUNDED), "rungs": "none"}, "$.rungs is 'none', not tuple"),
    ],
)
def test_what_is_malformed_is_told_by_its_place(form: Any, value: object, complaint: str) -> None:
    with pytest.raises(Malformed) as caught:
        from_json(form, value)
    assert str(caught.value) == complaint


def test_to_send_a_signal_leaves_the_collectors_count_as_it_was() -> None:
    """The judge reads it, to see whether a program's garbage would be collected."""
    wire = Wire(1, lambda text: None)
    gc.collect()
    gc.disable()
    try:
        wire.phase("load")
        before = gc.get_count()[0]
        for _ in range(100):
            wire.phase("load")
        assert gc.get_count()[0] - before < 10
    finally:
        gc.enable()
