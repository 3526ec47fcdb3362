"""One check: import, warm up, climb, decide, and word the verdict."""

import random
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from gc import freeze, unfreeze
from typing import Literal

from leaklab import describe
from leaklab.caches import settle
from leaklab.clock import real_seconds
from leaklab.command import Command
from leaklab.decide import Decision, decide, has_settled
from leaklab.failure import message_of, missing_name, missing_package, python_error, source_line
from leaklab.ladder import READS_PER_RUNG, Climb, Reads, climb, read_points
from leaklab.load import Load, NeverFinished, UnitFailed, load_of
from leaklab.output import Output
from leaklab.report import (
    Bounded,
    Broken,
    Crashed,
    Growing,
    Inconclusive,
    LoadPhase,
    MeterName,
    Next,
    NextCheck,
    NextExplain,
    OverBudget,
    Rung,
    Verdict,
)
from leaklab.sandbox import Place, Workload, import_workload
from leaklab.wire import Wire

CONTAINER_BYTES = 512 * 1024 * 1024
_RUN_READS = 40
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
    packages: list[str]

    def in_use(self) -> int:
        self.output.flush()
        return self.meter()


def start(run: Run, *, with_check: bool) -> tuple[Load, Workload, int]:
    """Import the program; the load, its workload and the base in bytes. Raises Ended."""
    run.wire.phase("import")
    try:
        workload = import_workload(run.command.program, with_check=with_check)
    except MemoryError:
        raise
    except BaseException as error:
        raise Ended(crashed(run, "import", 0, error)) from None
    if run.meter_name != "tracemalloc":
        _stop_tracing()
    load = load_of(workload.run, workload.during, run.command.seed)
    settle()
    return load, workload, run.in_use()


def warm_up(run: Run, load: Load, units: int) -> None:
    """The contract's warm-up; then what lives is put out of the collector's way. Raises Ended."""
    run.wire.phase("warm-up")
    with_endings(run, "warm-up", load, lambda: (load.go(units), load.drain()))
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


def check(run: Run) -> Verdict:
    """The verdict; Ended may carry it instead."""
    began = real_seconds()
    command, contract, wire = run.command, run.command.program.contract, run.wire
    chance = random.Random(command.seed)
    load, workload, base = start(run, with_check=True)
    if workload.before is not None:
        _expect(run, "before", "warm-up", load, workload.before)
    # Nobody can count to the unit at which the judge begins to look.
    warm_up(run, load, contract.warm_up + chance.randrange(1 + contract.warm_up // 4))
    wire.phase("load")
    warm_units = load.completed
    reads = Reads(run.in_use, base, load, wire, 32 * (READS_PER_RUNG + 1))
    seen: list[Climb] = []
    with_endings(
        run,
        "load",
        load,
        lambda: seen.append(
            climb(
                load,
                reads,
                command.cap,
                contract.budget_bytes,
                contract.sensitivity,
                chance,
                lambda rungs: has_settled(rungs, contract.sensitivity),
            )
        ),
    )
    unfreeze()
    if workload.after is not None:
        _expect(run, "after", "load", load, workload.after)
    if load.completed != warm_units + seen[0].units:
        raise RuntimeError(f"{load.completed} units came back of {warm_units + seen[0].units}.")
    decision = decide(seen[0], contract.budget_bytes, contract.sensitivity, command.program.unit)
    return _worded(run, seen[0], decision, base, real_seconds() - began)


def observe(run: Run) -> int:
    """Load the command's units and read on the way; how many were loaded. Raises Ended."""
    chance = random.Random(run.command.seed)
    load, _, base = start(run, with_check=False)
    warm_up(run, load, run.command.program.contract.warm_up)
    run.wire.phase("load")
    warm_units = load.completed
    reads = Reads(run.in_use, base, load, run.wire, _RUN_READS + 2)

    def observed() -> None:
        reads.take(0, 0)
        for place in read_points(0, run.command.units, _RUN_READS, chance):
            load.go(place - (load.completed - warm_units))
            reads.take(place, 0)

    with_endings(run, "load", load, observed)
    return load.completed - warm_units


def crashed(run: Run, phase: LoadPhase, units: int, error: BaseException) -> Crashed:
    told = python_error(error, run.place)
    sentence = missing_name(error, run.place) or missing_package(error, run.packages)
    unit = run.command.program.unit
    if sentence is None and isinstance(error, NeverFinished):
        sentence = f"A {unit} never finishes: it waits for something that does not happen."
    if sentence is None and isinstance(error, SystemExit):
        sentence = f"The program ended itself with SystemExit after {units:,} {describe.plural(unit, units)}."
    return Crashed(
        sentence=sentence or describe.describe_crashed(unit, units, phase, told.type, message_of(error)),
        phase=phase,
        units=units,
        error=told,
    )


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


def _expect(
    run: Run, part: Literal["before", "after"], phase: LoadPhase, load: Load, function: Callable[[], object]
) -> None:
    try:
        load.call(function)
    except MemoryError:
        raise
    except BaseException as error:
        raise Ended(broken(run, phase, part, load.completed, error)) from None


def _asserted(error: BaseException) -> str:
    """The line of a bare assert."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "an expectation without words"
    return source_line(trace.tb_frame.f_code.co_filename, trace.tb_lineno)


def _next(run: Run, kind: str) -> Next:
    if kind == "growing":
        return NextExplain()
    if kind == "inconclusive" and run.command.cap <= run.command.program.contract.cap:
        return NextCheck(seed=run.command.seed + 1, cap=2 * run.command.cap)
    return None


def _worded(run: Run, seen: Climb, decision: Decision, base: int, seconds: float) -> Verdict:
    program = run.command.program
    unit, contract = program.unit, program.contract
    measured = {
        "unit": unit,
        "units": seen.units,
        "seed": run.command.seed,
        "meter": run.meter_name,
        "seconds": round(seconds, 2),
        "base_bytes": base,
        "retained_bytes": seen.retained,
        "peak_bytes": seen.peak,
        "budget_bytes": contract.budget_bytes,
        "bytes_per_unit": round(decision.slope, 3),
        "detection_limit": round(decision.detection_limit, 4),
        "sensitivity": contract.sensitivity,
        "rungs": tuple(
            Rung(units=rung.span, bytes_per_unit=round(rung.slope, 3), spread_bytes=rung.spread, flat=rung.flat)
            for rung in seen.rungs
        ),
        "next": _next(run, decision.kind),
    }
    match decision.kind:
        case "bounded":
            return Bounded(sentence=describe.describe_bounded(unit, seen.units, decision.detection_limit), **measured)
        case "over-budget":
            sentence = describe.describe_over_budget(seen.retained, seen.peak, contract.budget_bytes)
            return OverBudget(sentence=sentence, **measured)
        case "inconclusive":
            sentence = describe.describe_inconclusive(decision.because)
            return Inconclusive(sentence=sentence, because=decision.because, **measured)
        case "growing":
            units_to_limit = round(CONTAINER_BYTES / decision.slope)
            seconds_to_limit = round(units_to_limit / contract.rate_per_second)
            return Growing(
                sentence=describe.describe_growing(
                    unit,
                    decision.slope,
                    seen.objects_per_unit,
                    contract.rate_per_second,
                    CONTAINER_BYTES,
                    seconds_to_limit,
                ),
                objects_per_unit=round(seen.objects_per_unit, 3),
                container_bytes=CONTAINER_BYTES,
                rate_per_second=contract.rate_per_second,
                units_to_limit=units_to_limit,
                seconds_to_limit=seconds_to_limit,
                **measured,
            )
