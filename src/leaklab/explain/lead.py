"""The way to where something was measured: the program as the check had it, in the time that there is."""

from gc import get_freeze_count

from leaklab.explain import tracing
from leaklab.explain.births import seconds_to_pass
from leaklab.load.load import Load
from leaklab.load.run import Run, start, warm_up, with_endings
from leaklab.world.allowance import Allowance
from leaklab.world.stack import Steps

# Of the time there is, what the way there may take; the rest is for looking.
_SHARE_OF_TIME = 0.4
_SHARE_WITH_LOOKING = 0.5
# The search for holders, which comes last, ends then.
SHARE_WITH_SEARCH = 0.9
_STRETCH = 20
# Once so many times as much is alive, a pass over it is measured anew.
_MORE = 1.5
# So many of them does looking take: at births, at what grew, at what is alive, and for who holds it.
_PASSES = 5


def started(run: Run) -> Steps[Load]:
    """The program with its check, for what that looks at may be what grows. Raises Ended."""
    load, workload, _ = yield from start(run, with_check=True)
    if workload.before is not None:
        yield from with_endings(run, "warm-up", load, load.call(workload.before))
    return load


def lead(run: Run, load: Load, units: int, allowance: Allowance) -> Steps[None]:
    """The warm-up, and then as many units as the check had behind it where it measured, or time for. Raises Ended."""
    goal = run.command.program.contract.warm_up + units
    measured, each = 0, 0.0
    while load.completed < goal:
        # In short stretches where time counts; else there is nothing to look at on the way.
        stretch = _STRETCH if allowance.seconds else goal
        yield from warm_up(run, load, min(stretch, goal - load.completed))
        if not allowance.seconds:
            continue
        alive = get_freeze_count()
        if alive > _MORE * measured:
            measured, each = alive, seconds_to_look(allowance) / max(1, alive)
        if allowance.is_spent(_SHARE_OF_TIME) or not allowance.allows(each * alive, _SHARE_WITH_LOOKING):
            return


def seconds_to_look(allowance: Allowance) -> float:
    """What looking among all that is alive will take, measured with tracing on: most of it is done so."""
    tracing.start(tracing.FRAMES)
    try:
        return _PASSES * seconds_to_pass(lambda: allowance.used)
    finally:
        tracing.stop()
