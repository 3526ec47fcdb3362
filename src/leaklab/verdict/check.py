"""One check: import, warm up, climb and decide."""

from collections.abc import Callable
from dataclasses import replace
from gc import unfreeze
from typing import Literal

from leaklab.load.load import AsyncLoad, Load
from leaklab.load.run import Ended, Run, broken, start, warm_up, with_endings
from leaklab.measure.ladder import READS_PER_RUNG, Climb, climb
from leaklab.measure.marks import Seen
from leaklab.measure.outside import READS_PER_LOOK_OUTSIDE, Outside
from leaklab.measure.reads import Reads, measured
from leaklab.measure.unassisted import LEAST_UNASSISTED, Unassisted, load_unassisted
from leaklab.verdict.decide import decide, decide_unassisted, is_settled, most_unassisted
from leaklab.verdict.verdicts import build_verdict, told_of_time
from leaklab.wire.report import LoadPhase, Verdict
from leaklab.world.allowance import Allowance
from leaklab.world.chance import SeededRandom
from leaklab.world.stack import Steps

_MOST_RUNGS = 32
# Of the time there is: for the warm-up, for all up to the end of the climb, and up to the end of what follows without
# our collections. The rest is for the explanation.
_WARM = 0.05
_MEASURED = 0.7
_UNASSISTED = 0.85
# Both, of what is at rest: that has to be seen for long, and there is little to explain.
_AT_REST = 0.95
_FIRST_UNITS = (4, 20)
# So much of it may pass before it is asked whether it is over.
_UNASKED = 0.01
_LEAST_RUNGS = 2


def check(run: Run) -> Steps[Verdict]:
    """The verdict; Ended may carry it instead."""
    allowance = Allowance(run.command.seconds)
    command, contract, wire = run.command, run.command.program.contract, run.wire
    chance = SeededRandom(command.seed)
    load, workload, base = yield from start(run, with_check=True)
    if workload.before is not None:
        yield from _expect(run, "before", "warm-up", load, workload.before)
    # Nobody can count to the unit at which the judge begins to look.
    imported, each = yield from _warm_up(
        run, load, contract.warm_up + chance.randrange(1 + contract.warm_up // 4), allowance
    )
    base += imported
    after = LEAST_UNASSISTED * each
    in_time = _InTime(allowance, contract.sensitivity, after)
    wire.phase("load")
    warm_units = load.completed
    reads = _reads(run, load, base, _MOST_RUNGS * (READS_PER_RUNG + 1), with_outside=True)

    def climbing() -> Steps[Climb]:
        climbed = climb(
            load,
            reads,
            command.cap,
            contract.budget_bytes,
            contract.sensitivity,
            chance,
            lambda shown, at_cap: (
                is_settled(shown, command.cap, contract.sensitivity, at_cap=at_cap) or in_time.is_enough(shown)
            ),
            in_time.is_over,
            max(1, int(_UNASKED * allowance.seconds / each)) if each and allowance.seconds else command.cap,
        )
        return with_endings(run, "load", load, climbed)

    climbed = yield from reads.charge_to_base(climbing)
    decision = decide(climbed, command.cap, contract.budget_bytes, contract.sensitivity, command.program.unit)
    is_short = in_time.ended and climbed.early is None and len(climbed.seen.rungs) < _LEAST_RUNGS
    if is_short and decision.kind == "growing":
        # A cache that fills looks the same for so short a time.
        decision = replace(decision, kind="inconclusive")
    rests = decision.kind == "bounded"
    unassisted = (
        (yield from _unassisted(run, load, base, chance, climbed, allowance, _AT_REST if rests else _UNASSISTED))
        if rests or (decision.kind == "over-budget" and allowance.allows(after, _UNASSISTED))
        else None
    )
    unfreeze()
    if workload.after is not None:
        yield from _expect(run, "after", "load", load, workload.after)
    units = climbed.units + (unassisted.units if unassisted is not None else 0)
    if load.completed != warm_units + units:
        raise RuntimeError(f"{load.completed} units came back of {warm_units + units}.")
    if unassisted is not None:
        decision = decide_unassisted(decision, unassisted, contract.budget_bytes, contract.sensitivity)
    verdict = build_verdict(
        run, climbed, unassisted, decision, base, imported, allowance.used, is_async=isinstance(load, AsyncLoad)
    )
    return verdict if not in_time.ended else told_of_time(verdict, command.cap, allowance.seconds)


def _warm_up(run: Run, load: Load, units: int, allowance: Allowance) -> Steps[tuple[int, float]]:
    """
    All of it, or as much as there is time for; the bytes that it imported, and the seconds of a late unit, for the
    first may take long to import. Raises Ended.
    """
    imported, done, each = 0, 0, 0.0
    for goal in (*_FIRST_UNITS, units) if allowance.seconds else (units,):
        more = min(goal, units) - done
        if done:
            more = min(more, max(0, int((_WARM * allowance.seconds - allowance.used) / max(1e-9, each))))
        if more or not done:
            began = allowance.used
            imported += yield from warm_up(run, load, more)
            each = (allowance.used - began) / max(1, more)
            done += more
    return imported, each


class _InTime:
    """Ends a climb for which there is no more time; what is at rest needs `after` seconds more."""

    def __init__(self, allowance: Allowance, sensitivity: float, after: float) -> None:
        self._allowance = allowance
        self._sensitivity = sensitivity
        self._after = after
        self._began = allowance.used
        self._rests = False
        self.ended = False

    def is_over(self) -> bool:
        if self._allowance.is_spent(_MEASURED):
            self.ended = self.ended or not (self._rests and self._allowance.allows(self._after, _AT_REST))
        return self.ended

    def is_enough(self, seen: Seen) -> bool:
        """Whether all rungs grow, and the next, as long as all before it, would leave no time to explain that."""
        # One rung alone may rise by chance.
        self._rests = not all(rung.rises(self._sensitivity) for rung in seen.rungs[-_LEAST_RUNGS:])
        grows = all(rung.rises(self._sensitivity) for rung in seen.rungs)
        rung = self._allowance.used - self._began
        if len(seen.rungs) >= _LEAST_RUNGS and grows and not self._allowance.allows(rung, _MEASURED):
            self.ended = True
        return self.ended


def _reads(run: Run, load: Load, base: int, capacity: int, *, with_outside: bool) -> Reads:
    """Their storage is ours: the base rises by it."""
    looks = capacity // READS_PER_LOOK_OUTSIDE + 1

    def made() -> Reads:
        outside = Outside(run.outside, looks) if with_outside and run.outside is not None else None
        return Reads(run.in_use, run.settle, base, load, run.wire, capacity, outside)

    reads, size = measured(run.in_use, made)
    reads.base += size
    return reads


def _unassisted(
    run: Run, load: Load, base: int, chance: SeededRandom, climbed: Climb, allowance: Allowance, share: float
) -> Steps[Unassisted]:
    most = most_unassisted(run.command.program.contract.budget_bytes)
    load.sign = lambda: run.wire.phase("load")
    loading = load_unassisted(
        load,
        run.in_use,
        base,
        run.command.cap,
        most,
        chance,
        frozen=climbed.frozen,
        out_of_time=lambda: allowance.is_spent(share),
    )
    found = yield from with_endings(run, "load", load, loading)
    load.sign = None
    return found


def _expect(
    run: Run, part: Literal["before", "after"], phase: LoadPhase, load: Load, function: Callable[[], object]
) -> Steps[None]:
    try:
        yield from load.call(function)
    except MemoryError:
        raise
    except BaseException as error:
        raise Ended((yield from broken(run, phase, part, load.completed, error, lambda: load.call(function)))) from None
