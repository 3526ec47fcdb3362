"""Judges natively: a check, and then whatever the judge asks for next."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from leaklab.measure.meter import likely_meter
from leaklab.native.process import ChildFailed, OnSignal, Overdue, carry_out, unheard
from leaklab.native.signals import ChildEnd, ChildSignal
from leaklab.wire import describe
from leaklab.wire.command import Command, Program
from leaklab.wire.describe import Words
from leaklab.wire.report import (
    Crashed,
    Explanation,
    Inconclusive,
    LoadPhase,
    Measured,
    NextCheck,
    NextExplain,
    PythonError,
    Read,
    Verdict,
    unexplained,
)
from leaklab.wire.signals import Explained, Fault, Judged, Metered, Phased
from leaklab.world.allowance import Allowance

Execute = Callable[[Command, OnSignal], ChildEnd]

# An explanation has some time even where the check took all of it.
_LEAST_SECONDS = 1.0
# Of the time there is: after so much of it no further check is begun.
_FOR_CHECKS = 0.6


@dataclass(frozen=True, slots=True)
class Judgement:
    """
    As `report.schema.json` has it. `notes` say what was not controlled; a sandbox has none. `reads` are those of the
    check that decided.
    """

    verdict: Verdict
    explanation: Explanation | None = None
    notes: tuple[str, ...] = ()
    reads: tuple[Read, ...] = ()


def judge(
    program: Program, seed: int, on_signal: OnSignal = unheard, execute: Execute = carry_out, within: float = 0
) -> Judgement:
    """
    The verdict that the judge ends with, whatever came of the program; with the explanation where it wants one.
    `within` so many seconds, or without a limit for 0.
    """
    allowance = Allowance(within)
    reads: list[Read] = []

    def heard(signal: ChildSignal) -> None:
        match signal:
            case Phased(phase="import"):
                reads.clear()
            case Metered():
                reads.append(signal.read)
        on_signal(signal)

    verdict = check(program, seed, heard, execute, allowance)
    if not isinstance(verdict, Measured):
        return Judgement(verdict, reads=tuple(reads))
    explanation: Explanation | None = None
    if isinstance(verdict.next, NextExplain):
        seconds = max(_LEAST_SECONDS, allowance.left) if within else 0
        explanation = _explanation(program, verdict.seed, verdict.next, seconds, on_signal, execute)
    # What is told is the time that somebody waited.
    return Judgement(replace(verdict, seconds=round(allowance.used, 2)), explanation, reads=tuple(reads))


def _explanation(
    program: Program, seed: int, asked: NextExplain, seconds: float, on_signal: OnSignal, execute: Execute
) -> Explanation:
    """Whatever becomes of it: the verdict is there."""
    command = Command(
        kind="explain",
        program=program,
        seed=seed,
        about=asked.about,
        units=asked.units,
        bytes=asked.bytes,
        seconds=seconds,
    )
    try:
        last = execute(command, on_signal)
    except ChildFailed as failed:
        return unexplained(asked.about, f"It could not be explained: {failed}")
    match last:
        case Explained():
            return last.explanation
        case Fault():
            return unexplained(asked.about, f"It could not be explained: {last.message}")
        case _:
            return unexplained(asked.about, "It could not be explained: the program came to another end.")


def check(
    program: Program,
    seed: int,
    on_signal: OnSignal = unheard,
    execute: Execute = carry_out,
    allowance: Allowance | None = None,
    agreed: int = 0,
) -> Verdict:
    """
    The last verdict, after every further check that the judge asks for and that there is time for. `agreed`: so many
    checks with other seeds are taken to have come to the same end already.
    """
    asked = NextCheck(seed=seed, cap=program.contract.cap, agreed=agreed)
    verdict: Verdict | None = None
    while True:
        seconds = allowance.left if allowance is not None and allowance.seconds else 0
        verdict = _verdict_of_one(program, asked, seconds, on_signal, execute, verdict)
        if not isinstance(verdict.next, NextCheck) or (allowance is not None and allowance.is_spent(_FOR_CHECKS)):
            return verdict
        asked = verdict.next


def _verdict_of_one(
    program: Program,
    asked: NextCheck,
    seconds: float,
    on_signal: OnSignal,
    execute: Execute,
    otherwise: Verdict | None = None,
) -> Verdict:
    """`otherwise` is what holds when its time is over first, such as the verdict of the check before."""
    where = _Where()

    def heard(signal: ChildSignal) -> None:
        where.follow(signal)
        on_signal(signal)

    command = Command(
        kind="check", program=program, seed=asked.seed, cap=asked.cap, agreed=asked.agreed, seconds=seconds
    )
    try:
        last = execute(command, heard)
    except Overdue:
        return otherwise or where.out_of_time(command)
    match last:
        case Judged():
            return last.verdict
        case Fault():
            return where.crashed(last)
        case _:
            raise ChildFailed(f"A check ended with {last.kind}.")


class _Where:
    """How far a run is, for the verdict on one that cannot tell any more."""

    def __init__(self) -> None:
        self._phase: LoadPhase = "import"
        self._units = self._bytes = self._peak = 0

    def follow(self, signal: ChildSignal) -> None:
        match signal:
            case Phased():
                self._phase = "load" if signal.phase == "explain" else signal.phase
            case Metered():
                self._units, self._bytes = signal.read.units, signal.read.bytes
                self._peak = max(self._peak, self._bytes)

    def out_of_time(self, command: Command) -> Inconclusive:
        """Of a check that did not come to an end of its own: what was seen by then is too little for more."""
        program, contract = command.program, command.program.contract
        because = describe.describe_out_of_time(program.unit, self._phase, self._units, command.cap, command.seconds)
        words = describe.describe_inconclusive(because)
        return Inconclusive(
            sentence=words.sentence,
            headline=words.headline,
            lead=words.lead,
            because=because,
            unit=program.unit,
            units=self._units,
            seed=command.seed,
            seeds=command.agreed + 1,
            meter=likely_meter(),
            seconds=command.seconds,
            base_bytes=0,
            imported_bytes=0,
            retained_bytes=self._bytes,
            peak_bytes=self._peak,
            budget_bytes=contract.budget_bytes,
            bytes_per_unit=0.0,
            bytes_per_unit_error=0.0,
            entries_per_unit=0.0,
            outside_bytes_per_unit=0.0,
            detection_limit=0.0,
            sensitivity=contract.sensitivity,
            rungs=(),
        )

    def crashed(self, fault: Fault) -> Crashed:
        """What ends its interpreter has crashed like anything else, only without a traceback."""
        words = Words("", fault.message)
        kind = "MemoryError" if fault.fault == "out-of-memory" else "InterpreterEnded"
        return Crashed(
            sentence=words.sentence,
            headline=words.headline,
            lead=words.lead,
            detail=words.besides,
            phase=self._phase,
            units=self._units,
            error=PythonError(kind, fault.message, traceback=fault.message, frames=()),
        )
