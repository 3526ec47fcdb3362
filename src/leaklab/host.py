"""
The only door. The host (browser worker, Node, a native child) hands in a meter and a way out, and a command.

A process carries out one command and is thrown away: the clock, chance and the event loop that a program sees are
replaced in all of it. Only what a run or a diagnosis has left alive may be worked with further, in steps.
"""

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from gc import collect, freeze
from importlib import metadata
from typing import TYPE_CHECKING

from leaklab import lesson
from leaklab.diagnose.diagnose import diagnose
from leaklab.explain.explain import explain
from leaklab.load.run import Ended, Run
from leaklab.measure.rehearse import rehearse
from leaklab.program.keyboard import no_keyboard
from leaklab.program.layout import entered, forget_program, laid_out
from leaklab.program.output import captured_output
from leaklab.verdict.check import check
from leaklab.verdict.observe import observe
from leaklab.wire.command import Command, parse_any
from leaklab.wire.living import Step
from leaklab.wire.report import MeterName
from leaklab.wire.signals import Wire
from leaklab.words import say, speak
from leaklab.world.chance import install_chance, release_chance, seed_chance
from leaklab.world.clock import CLOCK, install_clock
from leaklab.world.collector import install_collector
from leaklab.world.dates import install_dates
from leaklab.world.loop import install_loop, outside_a_loop
from leaklab.world.stack import Steps, drive

if TYPE_CHECKING:
    from leaklab.console.process import Process

__all__ = ["carry_out", "clock_address", "drive", "forget_living", "prepare"]

# Given back when memory runs out, so that there is some left to say so.
_BALLAST_BYTES = 512 * 1024
_LIVES_ON = frozenset({"observe", "diagnose"})
# What the author's files may import; it has nothing by which anybody is judged.
_IN_REACH = frozenset({lesson.__name__})


@dataclass(slots=True)
class _Living:
    """A program after its run, with its `files`; its `process` once somebody works with that."""

    run: Run
    files: ExitStack
    process: "Process | None" = None


# What the latest command has left alive, if anything.
_living: list[_Living] = []


def prepare(modules: list[str]) -> None:
    """
    Put the judge's hooks in, before any program is there, and import the `modules` that it will need.

    `carry_out` does so too; a host that keeps a snapshot of the interpreter calls this first. Raises ImportError.
    """
    install_clock()
    install_dates()
    install_chance()
    install_loop()
    install_collector()
    for name in modules:
        importlib.import_module(name)
    rehearse()
    if modules:
        # A snapshot keeps no open files, and what was looked up in an archive holds one.
        metadata.MetadataPathFinder().invalidate_caches()
        collect()
        # It is there before every program: collections of what a program makes need not look at it.
        freeze()


def clock_address() -> int:
    """Where in memory the time of a run is: see `leaklab.world.clock.Clock`."""
    return CLOCK.address


def carry_out(
    command_json: str,
    *,
    meter: Callable[[], int],
    emit: Callable[[str], None],
    meter_name: MeterName = "mallinfo",
    outside: Callable[[], int] | None = None,
    lives_on: bool = False,
) -> Steps[None]:
    """
    The steps that carry out one command, and emit its signals as JSON; exactly one last signal ends it. `drive` takes
    them: where that is called from is all that the program sees below it.

    `command_json`: a `Command` of `protocol.ts`, or with `lives_on` a step in what the command
    before has left alive. `meter`: the bytes in use now, and `meter_name` is what the verdict calls it. `outside`:
    bytes in memory that the meter has no part in, if there can be any. `emit`: takes each signal, a `Signal` of
    `protocol.ts`. Whatever the program does ends in a signal; what we cause is raised: ValueError, with the place in
    it, when it is no command.

    >>> import json, tracemalloc
    >>> program = {
    ...     "unit": "request",
    ...     "contract": {"cap": 3200, "budgetBytes": 50_000, "sensitivity": 1, "warmUp": 300, "ratePerSecond": 20},
    ...     "project": {"app.py": "SEEN = []"},
    ...     "harness": {"workload.py": "import app; run = lambda i: app.SEEN.append([i])"},
    ... }
    >>> command = {"kind": "check", "runId": 1, "program": program, "seed": 1, "cap": 3200, "agreed": 0}
    >>> signals = []
    >>> tracemalloc.start()
    >>> steps = carry_out(
    ...     json.dumps(command),
    ...     meter=lambda: tracemalloc.get_traced_memory()[0],
    ...     meter_name="tracemalloc",
    ...     emit=lambda signal: signals.append(json.loads(signal)),
    ... )
    >>> drive(steps)
    >>> signals[-1]["kind"], signals[-1]["verdict"]["kind"]
    ('verdict', 'growing')
    """
    command = parse_any(command_json)
    if not isinstance(command, Command):
        _take_step(command, Wire(command.run_id, emit))
        return
    forget_living()
    speak(command.language)
    wire = Wire(command.run_id, emit)
    prepare([])
    ballast = bytearray(_BALLAST_BYTES)
    with ExitStack() as files, outside_a_loop():
        place = files.enter_context(laid_out(command.program))
        if not command.program.real_time:
            CLOCK.start()
        # What somebody's own program keeps elsewhere must not meet the same random keys again.
        seed_chance(command.seed, urandom=command.program.target is None)
        try:
            with entered(place), captured_output(wire) as output, no_keyboard():
                run = Run(
                    command,
                    place,
                    wire,
                    output,
                    meter,
                    meter_name,
                    outside,
                    _packages if command.program.target is None else list,
                )
                last = yield from _carried_out(run)
            if lives_on and command.kind in _LIVES_ON and command.program.target is None:
                _living.append(_Living(run, files.pop_all()))
        except MemoryError as error:
            del ballast
            error.__traceback__ = error.__context__ = None
            forget_program(place)
            collect()
            last = partial(wire.out_of_memory, say().program.out_of_memory)
        finally:
            CLOCK.stop()
            release_chance()
    last()


def forget_living() -> None:
    """Let go of the program that the latest command has left alive."""
    while _living:
        _living.pop().files.close()


def _take_step(step: Step, wire: Wire) -> None:
    """Loaded with the first of them: a run is to find nothing of it in memory."""
    from leaklab.console.process import Process
    from leaklab.console.steps import take_step

    if not _living:
        raise ValueError("No program lives here.")
    living = _living[0]
    try:
        living.process = living.process or Process(living.run)
        last = take_step(living.process, step, wire)
    except MemoryError as error:
        error.__traceback__ = error.__context__ = None
        place = living.run.place
        del living
        forget_living()
        forget_program(place)
        collect()
        last = partial(wire.out_of_memory, say().console.out_of_memory)
    last()


def _carried_out(run: Run) -> Steps[Callable[[], None]]:
    """Do what the command asks; the last signal, to be sent when the output is complete."""
    wire, command = run.wire, run.command
    try:
        match command.kind:
            case "observe":
                return partial(wire.observed, (yield from observe(run)))
            case "check":
                with _out_of_reach():
                    return partial(wire.verdict, (yield from check(run)))
            case "explain":
                return partial(wire.explanation, (yield from explain(run)))
            case "diagnose":
                return partial(wire.diagnosis, (yield from diagnose(run)))
    except Ended as ended:
        return partial(wire.verdict, ended.verdict)


@contextmanager
def _out_of_reach() -> Iterator[None]:
    """A program that imports the judge to change it gets a copy that judges nothing."""
    ours = {
        name: module
        for name, module in sys.modules.items()
        if name.partition(".")[0] == "leaklab" and name not in _IN_REACH
    }
    for name in ours:
        del sys.modules[name]
    try:
        yield
    finally:
        sys.modules.update(ours)


def _packages() -> list[str]:
    """The distributions that a program can import here."""
    return sorted({distribution.name for distribution in metadata.distributions() if distribution.name})
