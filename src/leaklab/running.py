"""What every command begins with: the program imported, warmed up, and every way that this can end early."""

import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from gc import freeze, unfreeze
from typing import Literal

from leaklab import describe
from leaklab.caches import settle
from leaklab.chance import Chance
from leaklab.command import Command
from leaklab.elsewhere import file_bytes
from leaklab.failure import message_of, missing_name, missing_package, python_error, source_line
from leaklab.ladder import Reads, climb
from leaklab.load import Load, NeverFinished, PlainLoad, UnitFailed, load_of
from leaklab.output import Output
from leaklab.place import Place
from leaklab.real_time import real_load_of
from leaklab.report import Broken, Crashed, LoadPhase, MeterName, PythonError, Verdict
from leaklab.sandbox import import_workload
from leaklab.wire import Wire
from leaklab.workload import Workload

_stop_tracing = tracemalloc.stop


class Ended(Exception):
    """The run is over early, with this verdict."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.sentence)
        self.verdict = verdict


@dataclass(frozen=True, slots=True)
class Run:
    """What every command works with."""

    command: Command
    place: Place
    wire: Wire
    output: Output
    meter: Callable[[], int]
    meter_name: MeterName
    packages: Callable[[], list[str]]

    def settle(self) -> None:
        """Send what was printed first: what is let go by that must not scatter the readings."""
        self.output.flush()
        settle()

    def in_use(self) -> int:
        """Bytes: of the meter, and of files that lie in memory or would in a browser."""
        self.output.flush()
        return self.meter() + file_bytes(self.place.kept)


def start(run: Run, *, with_check: bool) -> tuple[Load, Workload, int]:
    """Import the program; the load, its workload and the base in bytes. Raises Ended."""
    run.wire.phase("import")
    try:
        workload = import_workload(run.command.program, run.place, with_check=with_check)
    except MemoryError:
        raise
    except BaseException as error:
        raise Ended(crashed(run, "import", 0, error)) from None
    if run.meter_name != "tracemalloc":
        _stop_tracing()
    make = real_load_of if run.command.program.real_time else load_of
    load = make(workload.run, workload.during, run.command.seed)
    run.settle()
    # A program that collects for itself pays for what it makes, not for every module that it imported.
    freeze()
    return load, workload, run.in_use()


def warm_up(run: Run, load: Load, units: int) -> None:
    """The contract's warm-up; then what lives is put out of the collector's way. Raises Ended."""
    run.wire.phase("warm-up")

    def warmed() -> None:
        load.go(units)
        load.drain()

    load.sign = lambda: run.wire.phase("warm-up")
    with_endings(run, "warm-up", load, warmed)
    load.sign = None
    settle()
    freeze()


def with_endings(run: Run, phase: LoadPhase, load: Load, work: Callable[[], object]) -> None:
    """Do `work`; what the load raises becomes the verdict that it means."""
    try:
        work()
    except MemoryError:
        raise
    except UnitFailed as failed:
        if isinstance(failed.error, MemoryError):
            raise failed.error from None
        if failed.part == "during":
            raise Ended(broken(run, phase, "during", load.completed, failed.error)) from None
        raise Ended(crashed(run, phase, load.completed, failed.error)) from None
    except BaseException as error:
        raise Ended(crashed(run, phase, load.completed, error)) from None


def crashed(run: Run, phase: LoadPhase, units: int, error: BaseException) -> Crashed:
    told = python_error(error, run.place)
    sentence = missing_name(error, run.place) or missing_package(error, run.packages())
    unit = run.command.program.unit
    if sentence is None and isinstance(error, NeverFinished):
        sentence = f"A {unit} never finishes: it waits for something that does not happen."
    if sentence is None and isinstance(error, SystemExit):
        sentence = f"The program ended itself with SystemExit {describe.describe_moment(unit, units, phase)}."
    return Crashed(
        sentence=sentence or describe.describe_crashed(unit, units, phase, _error_line(error, told)),
        phase=phase,
        units=units,
        error=told,
    )


def _error_line(error: BaseException, told: PythonError) -> str:
    at = told.frames[-1] if isinstance(error, SyntaxError) and told.frames else None
    return describe.describe_error(told.type, told.message, (at.file, at.line) if at else None)


def broken(
    run: Run, phase: LoadPhase, part: Literal["before", "during", "after"], units: int, error: BaseException
) -> Verdict:
    if missing_name(error, run.place) is not None or isinstance(error, NeverFinished):
        return crashed(run, phase, units, error)
    expectation = message_of(error) or _asserted(error)
    if not isinstance(error, AssertionError):
        expectation = f"{type(error).__name__}: {expectation}"
    return Broken(
        sentence=describe.describe_broken(expectation),
        expectation=expectation,
        phase=part,
        units=units,
        error=python_error(error, run.place),
    )


def _asserted(error: BaseException) -> str:
    """The line of a bare assert."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "an expectation without words"
    return source_line(trace.tb_frame.f_code.co_filename, trace.tb_lineno)


@cache
def rehearse() -> None:
    """Climb a few rungs with nothing to do: what the judge itself sets up on first use must not count as growth."""
    load = PlainLoad(lambda unit: None, None, 0)
    reads = Reads(lambda: 0, settle, 0, load, Wire(0, lambda signal: None), 16)
    freeze()
    climb(load, reads, 4, 0, 1.0, Chance(0), lambda seen: not seen.rungs)
    unfreeze()
