"""What every command begins with: the program imported, warmed up, and every way that this can end early."""

import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from gc import freeze
from typing import Literal, TypeVar

from leaklab.load.failing import Failing
from leaklab.load.load import Load, NeverFinished, UnitFailed, load_of
from leaklab.load.real_time import real_load_of
from leaklab.load.witness import own_exception
from leaklab.program.failure import (
    about_threads,
    library_place,
    message_of,
    missing_name,
    missing_package,
    python_error,
    source_line,
)
from leaklab.program.imports import Imports
from leaklab.program.layout import import_workload
from leaklab.program.off_meter import file_bytes
from leaklab.program.output import Output
from leaklab.program.place import Place
from leaklab.program.target import NoTarget
from leaklab.program.workload import Workload
from leaklab.wire import describe
from leaklab.wire.command import Command
from leaklab.wire.describe import Words
from leaklab.wire.report import Broken, Crashed, LoadPhase, MeterName, PythonError, Verdict
from leaklab.wire.signals import Wire
from leaklab.words import say
from leaklab.world.built_ins import PROGRAMS_BUILT_INS
from leaklab.world.caches import settle, settle_names
from leaklab.world.sqlite_clock import follow_sqlite
from leaklab.world.stack import Steps, as_raised

_T = TypeVar("_T")
_stop_tracing = tracemalloc.stop
# Each kind of unit has been seen by then; whoever imports ever more has a cache of modules.
_IMPORTING_UNITS = 50


class Ended(Exception):
    """The run is over early, with this verdict."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.sentence)
        self.verdict = verdict


@dataclass(frozen=True, slots=True)
class Run:
    """What every command works with. `loads` has the load, once there is one."""

    command: Command
    place: Place
    wire: Wire
    output: Output
    meter: Callable[[], int]
    meter_name: MeterName
    outside: Callable[[], int] | None
    packages: Callable[[], list[str]]
    loads: list[Load] = field(default_factory=list)

    def settle(self) -> None:
        """Send what was printed first: what is let go by that must not scatter the readings."""
        self.output.flush()
        settle()

    def in_use(self) -> int:
        """Bytes: of the meter, and of files that lie in memory or would in a browser."""
        self.output.flush()
        # Files first: what looking at them takes must be gone again.
        in_files = file_bytes(self.place.kept)
        return self.meter() + in_files


def start(run: Run, *, with_check: bool, failing: Failing | None = None) -> Steps[tuple[Load, Workload, int]]:
    """Import the program; the load, its workload and the base in bytes. `failing` lets failures pass. Raises Ended."""
    run.wire.phase("import")
    if run.meter_name != "tracemalloc":
        # Before the program is there: one that traces by itself goes on.
        _stop_tracing()
    try:
        with PROGRAMS_BUILT_INS:
            workload = yield from import_workload(
                run.command.program, run.place, with_check=with_check, load=run.command.load
            )
    except MemoryError:
        raise
    except BaseException as error:
        raise Ended(crashed(run, "import", 0, error)) from None
    if failing is not None:
        workload = failing.watched(workload)
    if not run.command.program.real_time:
        follow_sqlite()
    make = real_load_of if run.command.program.real_time else load_of
    load = make(workload, run.command.seed)
    if failing is not None:
        failing.listen(load)
    run.loads.append(load)
    settle_names()
    run.settle()
    # A program that collects for itself pays for what it makes, not for every module that it imported.
    freeze()
    return load, workload, run.in_use()


def warm_up(run: Run, load: Load, units: int) -> Steps[int]:
    """
    The contract's warm-up; then what lives is put out of the collector's way. The bytes of what its first units
    imported, which are not the budget's. Raises Ended.
    """
    run.wire.phase("warm-up")
    imports = Imports(run.in_use, run.settle)
    first = min(units, _IMPORTING_UNITS)

    def warmed() -> Steps[None]:
        with imports.measured():
            yield from load.go(first)
        yield from load.go(units - first)
        yield from load.drain()

    load.sign = lambda: run.wire.phase("warm-up")
    yield from with_endings(run, "warm-up", load, warmed())
    load.sign = None
    if not run.command.program.real_time:
        # A unit may be the first to import it.
        follow_sqlite()
    settle()
    freeze()
    return imports.size


def with_endings(run: Run, phase: LoadPhase, load: Load, work: Steps[_T]) -> Steps[_T]:
    """Do `work`; what the load raises becomes the verdict that it means."""
    try:
        return (yield from work)
    except MemoryError:
        raise
    except UnitFailed as error:
        failed = error
    except BaseException as error:
        raise Ended(crashed(run, phase, load.completed, error)) from None
    # Outside of the handler: what the unit raises once more has no exception of ours behind it.
    if isinstance(failed.error, MemoryError):
        raise failed.error
    if failed.part == "during":
        again = partial(load.once_more, failed.unit)
        raise Ended((yield from broken(run, phase, "during", load.completed, failed.error, again)))
    raise Ended(crashed(run, phase, load.completed, failed.error))


def crashed(run: Run, phase: LoadPhase, units: int, error: BaseException) -> Crashed:
    error = as_raised(error)
    told = python_error(error, run.place)
    words = _crash_in_words(run, phase, units, error, told)
    return Crashed(
        sentence=words.sentence,
        headline=words.headline,
        lead=words.lead,
        detail=words.besides,
        phase=phase,
        units=units,
        error=told,
    )


def _crash_in_words(run: Run, phase: LoadPhase, units: int, error: BaseException, told: PythonError) -> Words:
    unit = run.command.program.unit
    name = missing_name(error, run.place)
    if name is not None:
        return Words("", name)
    package = missing_package(error, run.packages(), run.place)
    if package is not None:
        return package
    if isinstance(error, NoTarget):
        return Words("", message_of(error))
    if isinstance(error, NeverFinished):
        return Words("", say().program.never_finishes(unit))
    if isinstance(error, SystemExit):
        return Words("", say().program.ended_itself(say().verdict.moment(unit, units, phase)))
    besides = about_threads(error)
    at = library_place(error, run.place) if phase == "import" else None
    if at is not None:
        besides = f"{say().program.failed_in(*at)} {besides}".strip()
    return describe.describe_crashed(unit, units, phase, _error_line(error, told), besides)


def _error_line(error: BaseException, told: PythonError) -> str:
    at = told.frames[-1] if isinstance(error, SyntaxError) and told.frames else None
    return describe.describe_error(told.type, told.message, (at.file, at.line) if at else None)


def broken(
    run: Run,
    phase: LoadPhase,
    part: Literal["before", "during", "after"],
    units: int,
    error: BaseException,
    again: Callable[[], Steps[None]],
) -> Steps[Verdict]:
    """A promise was not kept; `again` does once more what failed, so that it is seen why."""
    if missing_name(error, run.place) is not None or isinstance(error, NeverFinished):
        return crashed(run, phase, units, error)
    error = as_raised(error)
    expectation = message_of(error) or _asserted(error)
    if not isinstance(error, AssertionError):
        expectation = f"{type(error).__name__}: {expectation}"
    own = yield from own_exception(error, again, run.place)
    told = python_error(error if own is None else own, run.place)
    at = told.frames[-1] if told.frames else None
    cause = "" if own is None or at is None else describe.describe_error(told.type, told.message, (at.file, at.line))
    words = describe.describe_broken(expectation, cause)
    return Broken(
        sentence=words.sentence,
        headline=words.headline,
        lead=words.lead,
        detail=words.besides,
        expectation=expectation,
        phase=part,
        units=units,
        error=told,
    )


def _asserted(error: BaseException) -> str:
    """The line of a bare assert."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return say().program.without_words
    return source_line(trace.tb_frame.f_code.co_filename, trace.tb_lineno)
