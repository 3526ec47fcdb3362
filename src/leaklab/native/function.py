"""Judges a function of somebody's own program, in this environment."""

import os
import sys
from dataclasses import dataclass, replace

from leaklab.native.judging import Execute, Judgement, judge
from leaklab.native.process import OnSignal, carry_out, unheard
from leaklab.native.signals import ChildEnd, ChildSignal, NeedsRealTime, Notes
from leaklab.program.target import NoTarget
from leaklab.wire.command import Command, Contract, Program, Target, Time
from leaklab.wire.report import Crashed
from leaklab.world.allowance import Allowance

LEAST_CAP = 3_200
# However late it turns out that a program needs real time.
_LEAST_SECONDS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a function is held to. Units, bytes, bytes per unit, units, units per second; seconds, or 0 for no limit."""

    cap: int = 12_800
    budget: int = 10_000_000
    sensitivity: float = 1.0
    warm_up: int = 300
    rate: float = 10.0
    unit: str = "call"
    seed: int = 1
    time: Time = "auto"
    within: float = 0


DEFAULTS = Terms()


def judge_function(
    module: str, function: str, terms: Terms, on_signal: OnSignal = unheard, execute: Execute = carry_out
) -> Judgement:
    """Raises NoTarget, with what to do, when there is no such function."""
    runs = _Runs(execute)
    judgement = judge(_program(module, function, terms), terms.seed, on_signal, runs, terms.within)
    verdict = judgement.verdict
    if isinstance(verdict, Crashed) and verdict.error.type == NoTarget.__name__:
        raise NoTarget(verdict.error.message)
    return replace(judgement, notes=runs.notes)


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
        self._seen: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        if self._because is None:
            return self._seen
        return (
            f"Judged in real time, because the program {self._because}: what expires after minutes did not expire.",
            *self._seen,
        )

    def __call__(self, command: Command, on_signal: OnSignal) -> ChildEnd:
        allowance = Allowance(command.seconds)
        while True:
            last = self._execute(self._timed(command), self._listener(on_signal))
            if not isinstance(last, NeedsRealTime):
                return last
            self._because = last.because
            if allowance.seconds:
                command = replace(command, seconds=max(_LEAST_SECONDS, allowance.left))

    def _timed(self, command: Command) -> Command:
        target = command.program.target
        if self._because is None or target is None:
            return command
        return replace(command, program=replace(command.program, target=replace(target, time="real")))

    def _listener(self, on_signal: OnSignal) -> OnSignal:
        def heard(signal: ChildSignal) -> None:
            match signal:
                case Notes():
                    # Those of the first run that came to an end: the others do the same, or trace.
                    self._seen = self._seen or signal.notes
                case NeedsRealTime():
                    pass
                case _:
                    on_signal(signal)

        return heard


def _program(module: str, function: str, terms: Terms) -> Program:
    return Program(
        unit=terms.unit,
        contract=Contract(
            cap=terms.cap,
            budget_bytes=terms.budget,
            sensitivity=terms.sensitivity,
            warm_up=terms.warm_up,
            rate_per_second=terms.rate,
        ),
        project={},
        harness={},
        target=Target(module, function, path=tuple(search_path()), time=terms.time),
    )
