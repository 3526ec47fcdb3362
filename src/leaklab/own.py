"""Judges a function of somebody's own program, in this environment."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from leaklab.command import Time
from leaklab.native import Execute, Judgement, OnSignal, Signal, carry_out, judge, unheard
from leaklab.target import NoTarget

LEAST_CAP = 3_200


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a function is held to. Units, bytes, bytes per unit, units, units per second."""

    cap: int = 12_800
    budget: int = 10_000_000
    sensitivity: float = 1.0
    warm_up: int = 300
    rate: float = 10.0
    unit: str = "call"
    seed: int = 1
    time: Time = "auto"


DEFAULTS = Terms()


def judge_function(
    module: str, function: str, terms: Terms, on_signal: OnSignal = unheard, execute: Execute = carry_out
) -> Judgement:
    """Raises NoTarget, with what to do, when there is no such function."""
    runs = _Runs(execute)
    judgement = judge(_program(module, function, terms), terms.seed, on_signal, runs)
    verdict = judgement.verdict
    if verdict["kind"] == "crashed" and verdict["error"]["type"] == NoTarget.__name__:
        raise NoTarget(verdict["error"]["message"])
    judgement.notes.extend(runs.notes)
    return judgement


def search_path() -> list[str]:
    """Where Python looks here, the current folder first."""
    path = [os.path.abspath(entry) for entry in sys.path]
    here = os.getcwd()
    return path if here in path else [here, *path]


class _Runs:
    """Carries out the commands of one judgement, and goes over to real time when the program needs that."""

    def __init__(self, execute: Execute) -> None:
        self._execute = execute
        self._because: str | None = None
        self._seen: list[str] = []

    @property
    def notes(self) -> list[str]:
        if self._because is None:
            return self._seen
        return [
            f"Judged in real time, because the program {self._because}: what expires after minutes did not expire.",
            *self._seen,
        ]

    def __call__(self, command: dict[str, Any], on_signal: OnSignal) -> Signal:
        while True:
            last = self._execute(self._timed(command), self._listener(on_signal))
            if last["kind"] != "needs-real-time":
                return last
            self._because = last["because"]

    def _timed(self, command: dict[str, Any]) -> dict[str, Any]:
        if self._because is None:
            return command
        program = command["program"]
        return {**command, "program": {**program, "target": {**program["target"], "time": "real"}}}

    def _listener(self, on_signal: OnSignal) -> Callable[[Signal], None]:
        def heard(signal: Signal) -> None:
            if signal["kind"] == "notes":
                # Those of the first run that came to an end: the others do the same, or trace.
                self._seen = self._seen or signal["notes"]
            elif signal["kind"] != "needs-real-time":
                on_signal(signal)

        return heard


def _program(module: str, function: str, terms: Terms) -> dict[str, Any]:
    return {
        "unit": terms.unit,
        "contract": {
            "cap": terms.cap,
            "budgetBytes": terms.budget,
            "sensitivity": terms.sensitivity,
            "warmUp": terms.warm_up,
            "ratePerSecond": terms.rate,
        },
        "project": {},
        "harness": {},
        "target": {"module": module, "function": function, "path": search_path(), "time": terms.time},
    }
