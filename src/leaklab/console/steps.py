"""One step in the living program: a statement, a completion or a look."""

from collections.abc import Callable
from functools import partial

from leaklab.console.completion import completions
from leaklab.console.console import AT_HAND, execute
from leaklab.console.inspector import inspect
from leaklab.console.process import Process
from leaklab.wire.living import Complete, Inspect, Statement, Step
from leaklab.wire.signals import Wire


def take_step(process: Process, step: Step, wire: Wire) -> Callable[[], None]:
    """The last signal of the step, to be sent when the output is complete."""
    with process.entered(wire):
        match step:
            case Statement(source=source):
                return partial(wire.answer, execute(process, source))
            case Complete(source=source):
                return partial(wire.completions, completions(source, process.names, AT_HAND, process.place))
            case Inspect():
                return partial(wire.look, inspect(process, step))
