"""The way to where something was measured: the program as the check had it, in the time that there is."""

from gc import get_freeze_count

from leaklab.load.load import Load
from leaklab.load.run import Run, start, warm_up, with_endings
from leaklab.world.allowance import Allowance
from leaklab.world.stack import Steps

# Of the time there is, what the way there may take; the rest is for looking.
_SHARE_OF_TIME = 0.4
_SHARE_WITH_LOOKING = 0.5
_STRETCH = 20
# What looking takes for each object that is alive, on an ordinary machine.
_SECONDS_PER_OBJECT = 20e-6


def started(run: Run) -> Steps[Load]:
    """The program with its check, for what that looks at may be what grows. Raises Ended."""
    load, workload, _ = yield from start(run, with_check=True)
    if workload.before is not None:
        yield from with_endings(run, "warm-up", load, load.call(workload.before))
    return load


def lead(run: Run, load: Load, units: int, allowance: Allowance) -> Steps[None]:
    """The warm-up, and then as many units as the check had behind it where it measured, or time for. Raises Ended."""
    goal = run.command.program.contract.warm_up + units
    while load.completed < goal:
        # In short stretches where time counts; else there is nothing to look at on the way.
        stretch = _STRETCH if allowance.seconds else goal
        yield from warm_up(run, load, min(stretch, goal - load.completed))
        if allowance.is_spent(_SHARE_OF_TIME) or not allowance.allows(time_to_look(), _SHARE_WITH_LOOKING):
            return


def time_to_look() -> float:
    """About how many seconds the search among all that is alive will take; most of that is frozen."""
    return _SECONDS_PER_OBJECT * get_freeze_count()
