"""Judges natively: each command in a child process of its own, and then whatever the judge asks for next."""

import json
import os
import signal
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# Set for the child alone: hashes that repeat, Python's memory by the C allocator alone, one arena for all threads, and
# freed blocks free at once.
CHILD_ENVIRONMENT = {
    "PYTHONMALLOC": "malloc",
    "PYTHONHASHSEED": "0",
    "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0:glibc.malloc.arena_max=1",
}
# What would trace the child, or start a measurement of somebody else's in it.
_NOT_FOR_THE_CHILD = (
    "COVERAGE_PROCESS_CONFIG",
    "COVERAGE_PROCESS_START",
    "COV_CORE_CONFIG",
    "COV_CORE_DATAFILE",
    "COV_CORE_SOURCE",
    "PYTHONTRACEMALLOC",
)
# The exit status of a child that failed by our own fault (see `__main__`).
OUR_FAILURE = 70
_BOOTSTRAP = "import sys; sys.path.append(sys.argv.pop()); from leaklab.child import main; main()"
# Ends a command; the last of them only says that it cannot be carried out on virtual time.
LAST = frozenset({"done", "verdict", "report", "diagnosis", "fault", "needs-real-time"})

Signal = dict[str, Any]
OnSignal = Callable[[Signal], None]
Execute = Callable[[dict[str, Any], OnSignal], Signal]


class ChildFailed(Exception):
    """The child ended by our fault, without a last signal."""


@dataclass(slots=True)
class Judgement:
    """As `report.schema.json` has it. `verdict` and `explanation` as JSON; `notes` say what was not controlled."""

    verdict: dict[str, Any]
    explanation: dict[str, Any] | None = None
    notes: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {"verdict": self.verdict, "explanation": self.explanation, "notes": self.notes}


def unheard(signal: Signal) -> None:
    """For who wants the end alone."""


def judge(
    program: dict[str, Any], seed: int, on_signal: OnSignal = unheard, execute: Execute | None = None
) -> Judgement:
    """The verdict that the judge ends with, whatever came of the program; with the explanation where it wants one."""
    where = _Where()

    def heard(signal: Signal) -> None:
        where.follow(signal)
        on_signal(signal)

    last, report = judge_program(program, seed, heard, execute)
    verdict = last["verdict"] if last["kind"] == "verdict" else where.verdict_on_fault(last)
    explained = report["explanation"] if report is not None and report["kind"] == "report" else None
    return Judgement(verdict, explained)


def check_program(
    program: dict[str, Any], seed: int, on_signal: OnSignal = unheard, execute: Execute | None = None
) -> Signal:
    """The last verdict (or fault), after every further check that the judge asks for."""
    check: dict[str, Any] = {"kind": "check", "seed": seed, "cap": program["contract"]["cap"], "agreed": 0}
    while True:
        last = (execute or carry_out)({**check, "runId": 1, "program": program}, on_signal)
        coming = last["verdict"]["next"] if last["kind"] == "verdict" else None
        if coming is None or coming["kind"] != "check":
            return last
        check = coming


def judge_program(
    program: dict[str, Any], seed: int, on_signal: OnSignal = unheard, execute: Execute | None = None
) -> tuple[Signal, Signal | None]:
    """The last verdict (or fault), and the report if the verdict asks for one."""
    last = check_program(program, seed, on_signal, execute)
    if last["kind"] != "verdict" or last["verdict"]["next"] is None:
        return last, None
    explain = {"kind": "explain", "seed": last["verdict"]["seed"], "runId": 1, "program": program}
    return last, (execute or carry_out)(explain, on_signal)


def carry_out(command: dict[str, Any], on_signal: OnSignal = unheard) -> Signal:
    """Carry out one command in a child; its last signal. Raises ChildFailed."""
    child = subprocess.Popen(
        [sys.executable, "-c", _BOOTSTRAP, str(Path(__file__).resolve().parent.parent)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=_environment(),
        # A group of its own, so that what the program started ends with it.
        start_new_session=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    last: Signal | None = None
    try:
        with suppress(BrokenPipeError):
            child.stdin.write(json.dumps(command))
            child.stdin.close()
        last = listen(child.stdout, on_signal)
        if last is not None:
            return last
        child.wait()
    finally:
        end_group(child.pid)
        with suppress(BrokenPipeError):
            child.__exit__(None, None, None)
    return end_of(child.returncode)


def listen(lines: Iterable[str], on_signal: OnSignal) -> Signal | None:
    """Pass signals on up to the last one, which is given back; None when the child ended without."""
    for line in lines:
        heard: Signal = json.loads(line)
        on_signal(heard)
        if heard["kind"] in LAST:
            return heard
    return None


def end_group(child: int) -> None:
    """End what is left of a child and of all that it started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)


def end_of(status: int) -> Signal:
    """The last signal of a child that did not live to send its own. Raises ChildFailed."""
    if status == OUR_FAILURE:
        raise ChildFailed("The child process ended without a verdict.")
    message = f"The program ended the interpreter (os._exit, status {status})."
    if status < 0:
        with suppress(ValueError):
            message = f"The program brought the interpreter itself down ({signal.Signals(-status).name})."
    return {"kind": "fault", "runId": 1, "fault": "died", "message": message}


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_FOR_THE_CHILD}
    ours = dict(CHILD_ENVIRONMENT)
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        # Without the lock Python has an allocator of its own, and will not start with another.
        del ours["PYTHONMALLOC"]
    return {**kept, **ours}


class _Where:
    """How far a run is, for the verdict on one that cannot tell any more."""

    def __init__(self) -> None:
        self._phase = "import"
        self._units = 0

    def follow(self, signal: Signal) -> None:
        if signal["kind"] == "phase":
            self._phase = "load" if signal["phase"] == "explain" else signal["phase"]
            if self._phase == "import":
                self._units = 0
        elif signal["kind"] == "read":
            self._units = signal["read"]["units"]

    def verdict_on_fault(self, fault: Signal) -> dict[str, Any]:
        message = fault["message"]
        kind = "MemoryError" if fault["fault"] == "out-of-memory" else "InterpreterEnded"
        return {
            "kind": "crashed",
            "sentence": message,
            "phase": self._phase,
            "units": self._units,
            "error": {"type": kind, "message": message, "traceback": message, "frames": []},
            "next": None,
        }
