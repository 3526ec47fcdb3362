"""The only door. The host (browser worker, Node, a native child) hands in a meter and a way out, and a command."""

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from gc import collect, freeze
from importlib import metadata

from leaklab.chance import install_chance, release_chance, seed_chance
from leaklab.clock import CLOCK, install_clock
from leaklab.collector import install_collector
from leaklab.command import parse_command
from leaklab.diagnose import diagnose
from leaklab.explain import explain
from leaklab.judge import check, observe
from leaklab.loop import install_loop, outside_a_loop
from leaklab.output import captured_output
from leaklab.report import MeterName
from leaklab.running import Ended, Run, rehearse
from leaklab.sandbox import forget_program, laid_out
from leaklab.wire import Wire

# Given back when memory runs out, so that there is some left to say so.
_BALLAST_BYTES = 512 * 1024


def prepare(modules: list[str]) -> None:
    """Once, when the snapshot is made: hooks before anything else, then the modules that a run will need."""
    install_clock()
    install_chance()
    install_loop()
    install_collector()
    for name in modules:
        importlib.import_module(name)
    rehearse()
    if modules:
        # A snapshot keeps no open files, and what was looked up in an archive holds one.
        metadata.MetadataPathFinder.invalidate_caches()
        collect()
        # It is there before every program: collections of what a program makes need not look at it.
        freeze()


def perform(
    command_json: str, *, meter: Callable[[], int], emit: Callable[[str], None], meter_name: MeterName = "mallinfo"
) -> None:
    """Carry out one `Command` and emit its `Signal`s; exactly one last signal ends it. What we cause is raised."""
    command = parse_command(command_json)
    wire = Wire(command.run_id, emit)
    prepare([])
    ballast = bytearray(_BALLAST_BYTES)
    with laid_out(command.program) as place, outside_a_loop():
        if not command.program.real_time:
            CLOCK.start()
        # What somebody's own program keeps elsewhere must not meet the same random keys again.
        seed_chance(command.seed, urandom=command.program.target is None)
        try:
            with captured_output(wire) as output:
                run = Run(
                    command,
                    place,
                    wire,
                    output,
                    meter,
                    meter_name,
                    _packages if command.program.target is None else list,
                )
                last = _carried_out(run)
        except MemoryError as error:
            del ballast
            error.__traceback__ = error.__context__ = None
            forget_program(place)
            collect()
            last = partial(wire.out_of_memory, "The program asked for more memory than there is.")
        finally:
            CLOCK.stop()
            release_chance()
    last()


def _carried_out(run: Run) -> Callable[[], None]:
    """Do what the command asks; the last signal, to be sent when the output is complete."""
    wire, command = run.wire, run.command
    try:
        match command.kind:
            case "run":
                return partial(wire.done, observe(run))
            case "check":
                with _out_of_reach():
                    return partial(wire.verdict, check(run))
            case "explain":
                return partial(wire.report, explain(run))
            case "diagnose":
                return partial(wire.diagnosis, diagnose(run))
    except Ended as ended:
        return partial(wire.verdict, ended.verdict)


@contextmanager
def _out_of_reach() -> Iterator[None]:
    """A program that imports the judge to change it gets a copy that judges nothing."""
    ours = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "leaklab"}
    for name in ours:
        del sys.modules[name]
    try:
        yield
    finally:
        sys.modules.update(ours)


def _packages() -> list[str]:
    """The distributions that a program can import here."""
    return sorted({distribution.name for distribution in metadata.distributions() if distribution.name})
