"""The program that a run has left alive, and the way back into it."""

import asyncio
import builtins

# Bound by name: the program may replace them.
from asyncio import set_event_loop
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from gc import unfreeze
from types import ModuleType
from typing import Any

from leaklab import live
from leaklab.console.source import Reader
from leaklab.load.load import AsyncLoad, Load, NeverFinished, UnitFailed
from leaklab.load.run import Run
from leaklab.program.keyboard import no_keyboard
from leaklab.program.layout import bring_tools, entered
from leaklab.program.output import redirected
from leaklab.program.pictures import shown_pictures
from leaklab.program.unasked import is_a
from leaklab.wire.signals import Wire
from leaklab.world.built_ins import PROGRAMS_BUILT_INS
from leaklab.world.clock import CLOCK
from leaklab.world.loop import Deadlock, VirtualLoop, outside_a_loop
from leaklab.world.stack import drive

_Task = asyncio.Task


class Process:
    """
    `names` is the namespace of the console, `shown` what its last expression came to, and `handles` what a look has
    named: both are let go of before the next statement, which is to find the program as it left it.
    """

    __slots__ = ("_loop", "_run", "handles", "names", "next_handle", "place", "reader", "shown", "trail")

    def __init__(self, run: Run) -> None:
        self._run = run
        self._loop: asyncio.AbstractEventLoop | None = None
        self.place = run.place
        self.reader = Reader()
        self.names: dict[str, Any] = vars(ModuleType("__console__")) | {"__builtins__": builtins}
        self.shown: object = None
        self.handles: dict[int, object] = {}
        self.trail: list[int] = []
        self.next_handle = 1
        # The learner is to see every object.
        unfreeze()

    def let_go(self) -> None:
        self.shown = None
        self.handles.clear()
        self.trail.clear()

    @contextmanager
    def entered(self, wire: Wire) -> Iterator[None]:
        """Its files, its time, its output and its load are there meanwhile."""
        load = self._load
        output = self._run.output
        output.begin(wire)
        with (
            entered(self.place),
            outside_a_loop(),
            redirected(output),
            shown_pictures(output, self.place),
            no_keyboard(),
        ):
            bring_tools()
            CLOCK.carry_on()
            if load is not None:
                load.sign = lambda: wire.phase("load")
                live.attach(self._go)
            try:
                yield
            finally:
                live.detach()
                if load is not None:
                    load.sign = None
                CLOCK.stop()

    def awaited(self, work: Coroutine[Any, Any, Any]) -> Any:
        """What `work` comes to on the program's own loop, or on one of the console's. Raises what it raises."""
        loop = self._load.loop if is_a(self._load, AsyncLoad) else self._own_loop()
        with PROGRAMS_BUILT_INS:
            set_event_loop(loop)
            task = _Task(work, loop=loop)
            try:
                return loop.run_until_complete(task)
            except Deadlock as error:
                if task.done():
                    raise
                task.cancel()
                raise NeverFinished(str(error)) from None

    @property
    def _load(self) -> Load | None:
        return self._run.loads[0] if self._run.loads else None

    def _own_loop(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = VirtualLoop()
        return self._loop

    def _go(self, units: int) -> None:
        assert self._load is not None
        try:
            drive(self._load.go(units))
            drive(self._load.drain())
        except UnitFailed as failed:
            raise failed.error from None
