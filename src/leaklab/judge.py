"""One check: import, warm up, climb and decide. And the same load just to be watched."""

from collections.abc import Callable
from gc import unfreeze
from typing import Literal

from leaklab.chance import Chance
from leaklab.clock import real_seconds
from leaklab.decide import decide, decide_naturally, limit_at_rest
from leaklab.ladder import READS_PER_RUNG, Climb, Reads, climb, read_points
from leaklab.load import AsyncLoad, Load
from leaklab.natural import Natural, go_naturally
from leaklab.report import LoadPhase, Verdict
from leaklab.running import Ended, Run, broken, start, warm_up, with_endings
from leaklab.verdicts import word_verdict

_RUN_READS = 40
_MOST_RUNGS = 32


def check(run: Run) -> Verdict:
    """The verdict; Ended may carry it instead."""
    began = real_seconds()
    command, contract, wire = run.command, run.command.program.contract, run.wire
    chance = Chance(command.seed)
    load, workload, base = start(run, with_check=True)
    if workload.before is not None:
        _expect(run, "before", "warm-up", load, workload.before)
    # Nobody can count to the unit at which the judge begins to look.
    warm_up(run, load, contract.warm_up + chance.randrange(1 + contract.warm_up // 4))
    wire.phase("load")
    warm_units = load.completed
    reads = Reads(run.in_use, run.settle, base, load, wire, _MOST_RUNGS * (READS_PER_RUNG + 1))
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
                lambda shown: limit_at_rest(shown, command.cap, contract.sensitivity) is not None,
            )
        ),
    )
    climbed = seen[0]
    decision = decide(climbed, command.cap, contract.budget_bytes, contract.sensitivity, command.program.unit)
    natural = _naturally(run, load, base, chance) if decision.kind in ("bounded", "over-budget") else None
    unfreeze()
    if workload.after is not None:
        _expect(run, "after", "load", load, workload.after)
    units = climbed.units + (natural.units if natural is not None else 0)
    if load.completed != warm_units + units:
        raise RuntimeError(f"{load.completed} units came back of {warm_units + units}.")
    if natural is not None:
        decision = decide_naturally(decision, natural, contract.budget_bytes, contract.sensitivity)
    return word_verdict(
        run, climbed, natural, decision, base, real_seconds() - began, is_async=isinstance(load, AsyncLoad)
    )


def _naturally(run: Run, load: Load, base: int, chance: Chance) -> Natural:
    found: list[Natural] = []
    load.sign = lambda: run.wire.phase("load")
    with_endings(run, "load", load, lambda: found.append(go_naturally(load, run.in_use, base, run.command.cap, chance)))
    load.sign = None
    return found[0]


def observe(run: Run) -> int:
    """Load the command's units and read on the way; how many were loaded. Raises Ended."""
    chance = Chance(run.command.seed)
    load, _, base = start(run, with_check=False)
    warm_up(run, load, run.command.program.contract.warm_up)
    run.wire.phase("load")
    warm_units = load.completed
    reads = Reads(run.in_use, run.settle, base, load, run.wire, _RUN_READS + 2)

    def observed() -> None:
        reads.take(0, 0)
        for place in read_points(0, run.command.units, _RUN_READS, chance):
            load.go(place - (load.completed - warm_units))
            reads.take(place, 0)

    with_endings(run, "load", load, observed)
    return load.completed - warm_units


def _expect(
    run: Run, part: Literal["before", "after"], phase: LoadPhase, load: Load, function: Callable[[], object]
) -> None:
    try:
        load.call(function)
    except MemoryError:
        raise
    except BaseException as error:
        raise Ended(broken(run, phase, part, load.completed, error)) from None
