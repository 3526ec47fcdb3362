"""The load of a check just to be watched: nothing is judged, and units may fail."""

from gc import freeze, unfreeze

from leaklab.load.failing import Failing
from leaklab.load.load import Load
from leaklab.load.run import Run, start, warm_up, with_endings
from leaklab.measure.ladder import read_points
from leaklab.measure.reads import Reads, measured
from leaklab.world.chance import SeededRandom
from leaklab.world.stack import Steps

_READS = 40
# Before these reads all garbage is looked for, also what was frozen before it died.
_THAWED = (2, 4, 8, 16, 32)


def observe(run: Run) -> Steps[int]:
    """Load the command's units and read on the way; how many were loaded. Raises Ended."""
    chance = SeededRandom(run.command.seed)
    failing = Failing(run.place)
    load, _, base = yield from start(run, with_check=False, failing=failing)
    contract = run.command.program.contract
    base += yield from warm_up(run, load, contract.warm_up)
    run.wire.phase("load")
    warm_units = load.completed
    reads, size = measured(run.in_use, lambda: Reads(run.in_use, run.settle, base, load, run.wire, _READS + 2))
    # Their storage is ours.
    reads.base += size

    def observed() -> Steps[None]:
        yield from telling.say_charged_to(reads)
        yield from reads.take(0, 0)
        for number, place in enumerate(read_points(0, run.command.units, _READS, chance), 1):
            yield from load.go(place - (load.completed - warm_units))
            yield from telling.say_charged_to(reads)
            if number in _THAWED and reads.are_misled(
                0, reads.settle_all()[1], contract.budget_bytes, contract.sensitivity
            ):
                reads.begin_anew()
            yield from reads.take(place, 0)

    telling = _Telling(run, load, failing)
    yield from with_endings(run, "load", load, observed())
    yield from telling.say()
    return load.completed - warm_units


class _Telling:
    """Says how many units have failed, whenever more have."""

    def __init__(self, run: Run, load: Load, failing: Failing) -> None:
        self._run = run
        self._load = load
        self._failing = failing

    def say_charged_to(self, reads: Reads) -> Steps[None]:
        """Sources and a traceback are read for it, and a unit is carried out once more: all that is ours."""
        if not self._failing.more:
            return
        # What was frozen holds the first failure, and goes with it.
        unfreeze()
        self._run.settle()
        before = self._run.in_use()
        yield from self.say()
        self._run.settle()
        reads.base += self._run.in_use() - before
        if reads.frozen:
            freeze()

    def say(self) -> Steps[None]:
        if not self._failing.more:
            return
        failures = yield from self._failing.so_far(self._load)
        if failures is not None:
            self._run.wire.failures(failures)
