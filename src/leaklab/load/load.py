"""Drives a workload: unit after unit, on virtual time, and until nothing is left in flight."""

import asyncio

# Bound by name: the program may replace them.
from asyncio import set_event_loop, sleep
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, Literal, Protocol, cast

from leaklab.program.workload import Workload
from leaklab.words import say
from leaklab.world.built_ins import OUR_BUILT_INS, PROGRAMS_BUILT_INS
from leaklab.world.chance import SeededRandom
from leaklab.world.clock import CLOCK
from leaklab.world.loop import Deadlock, VirtualLoop, outside_a_loop
from leaklab.world.stack import Steps, called, drive_in_task

# Virtual seconds that work in flight, and then timers, are given when the load pauses.
HORIZON = 3600.0
# The judge's own tasks: a program may give its loop a factory that makes others.
_Task = asyncio.Task
# A ticker that never ends must not hold up a read.
_MOST_STEPS = 1_000
_TICKS = 5
_MOST_IN_FLIGHT = 8
# Traffic pauses after so many units, read or no read: what overlaps must not depend on how often the meter is read.
_LULL = (16, 32)
_UNITS_PER_SIGN = 50

Part = Literal["unit", "during"]


class UnitFailed(Exception):
    """Unit number `unit` raised `error`, in the workload or in the check that follows each unit."""

    def __init__(self, unit: int, part: Part, error: BaseException) -> None:
        super().__init__(f"unit {unit}")
        self.unit = unit
        self.part = part
        self.error = error


class NeverFinished(Exception):
    """A unit waits for something that never happens."""


class Load(Protocol):
    """
    `completed` counts units that came back; a program that ends early or swallows them cannot raise it. `sign`, if
    there is one, is called now and then: slow units must not look like none. `overlaps` when units may be in flight
    at once.
    """

    completed: int
    sign: Callable[[], None] | None

    @property
    def overlaps(self) -> bool: ...

    def go(self, units: int) -> Steps[None]:
        """Run `units` more units; some may be in flight afterwards. Raises UnitFailed."""

    def drain(self) -> Steps[None]:
        """Let everything in flight finish, then every timer that is due within the horizon. Raises UnitFailed."""

    def call(self, function: Callable[[], Any]) -> Steps[None]:
        """Call an author's function, plain or async."""

    def once_more(self, unit: int) -> Steps[None]:
        """A unit and the check that follows it, for who looks at why it failed. Raises what they raise."""


class PlainLoad:
    """One unit at a time; what units leave for later, `drain` finishes."""

    def __init__(self, workload: Workload, seed: int) -> None:
        self.completed = 0
        self.sign: Callable[[], None] | None = None
        self._workload = workload
        self._chance = SeededRandom(seed)

    @property
    def overlaps(self) -> bool:
        return self._workload.drain is not None

    def go(self, units: int) -> Steps[None]:
        workload = self._workload
        with PROGRAMS_BUILT_INS:
            for unit in range(self.completed, self.completed + units):
                # In this frame alone: a generator for each unit would be memory that comes and goes.
                raised = yield partial(workload.run, unit)
                if workload.took is not None:
                    workload.took(unit, raised)
                if raised:
                    raise UnitFailed(unit, "unit", raised.pop())
                self.completed += 1
                if self.sign is not None and not self.completed % _UNITS_PER_SIGN:
                    with OUR_BUILT_INS:
                        self.sign()
                error = workload.asserted(unit) if workload.asserted is not None else None
                if error is None and workload.during is not None:
                    raised = yield partial(workload.during, unit)
                    error = raised.pop() if raised else None
                if error is not None:
                    raise UnitFailed(unit, "during", error)
                CLOCK.advance(_pause(self._chance))

    def drain(self) -> Steps[None]:
        if self._workload.drain is not None:
            yield from called(self._workload.drain)

    def call(self, function: Callable[[], Any]) -> Steps[None]:
        with PROGRAMS_BUILT_INS:
            yield from called(function)

    def once_more(self, unit: int) -> Steps[None]:
        yield from called(partial(self._workload.run, unit))
        if self._workload.during is not None:
            yield from called(partial(self._workload.during, unit))


class AsyncLoad:
    """Overlapping tasks, at most a seeded one to eight at once, on one loop that lives through the whole run."""

    def __init__(self, workload: Workload, seed: int) -> None:
        self.completed = 0
        self.sign: Callable[[], None] | None = None
        self.loop: asyncio.AbstractEventLoop = self._new_loop()
        self._workload = workload
        self._chance = SeededRandom(seed)
        self._started = 0
        self._until_lull = _LULL[1]
        self._flying: dict[int, asyncio.Task[None]] = {}
        self._room: asyncio.Future[None] | None = None
        self._failure: UnitFailed | None = None

    @property
    def overlaps(self) -> bool:
        return True

    def go(self, units: int) -> Steps[None]:
        goal = self._started + units
        while self._started < goal:
            if not self._until_lull:
                yield from self.drain()
            stretch = min(goal - self._started, self._until_lull)
            self._until_lull -= stretch
            yield from self._until_complete(self._start(stretch))

    def drain(self) -> Steps[None]:
        yield from self._until_complete(self._finish())
        self._until_lull = self._chance.randint(*_LULL)

    def call(self, function: Callable[[], Any]) -> Steps[None]:
        yield from self._until_complete(drive_in_task(called(function)))

    def once_more(self, unit: int) -> Steps[None]:
        self._failure = None
        yield from self.call(partial(self._workload.run, unit))
        if self._workload.during is not None:
            yield from self.call(partial(self._workload.during, unit))

    def _new_loop(self) -> asyncio.AbstractEventLoop:
        return VirtualLoop()

    async def _pause(self) -> None:
        await sleep(_pause(self._chance))

    def _until_complete(self, work: Coroutine[Any, Any, None]) -> Steps[None]:
        with outside_a_loop(), PROGRAMS_BUILT_INS:
            set_event_loop(self.loop)
            task = _Task(work, loop=self.loop)
            try:
                yield from called(partial(self.loop.run_until_complete, task))
            except Deadlock as error:
                if task.done():
                    raise
                task.cancel()
                raise NeverFinished(str(error)) from None
        if self._failure is not None:
            raise self._failure

    async def _start(self, units: int) -> None:
        goal = self._started + units
        while self._started < goal and self._failure is None:
            for _ in range(min(goal - self._started, self._chance.randint(1, _MOST_IN_FLIGHT))):
                unit = self._started
                self._started += 1
                self._flying[unit] = _Task(drive_in_task(self._one(unit)), loop=self.loop)
                if self._chance.random() < 0.5:
                    await sleep(0)
            await self._pause()
            while len(self._flying) >= _MOST_IN_FLIGHT and self._failure is None:
                await self._landing()

    async def _finish(self) -> None:
        deadline = self.loop.time() + HORIZON
        while self._flying and self._failure is None:
            if self.loop.time() > deadline:
                raise NeverFinished(say().program.still_running(HORIZON))
            await self._landing()
        if self._failure is None:
            await self._drain_timers()

    async def _drain_timers(self) -> None:
        loop = cast(VirtualLoop, self.loop)
        deadline = loop.time() + HORIZON
        for _ in range(_TICKS):
            await sleep(0)
        for _ in range(_MOST_STEPS):
            await sleep(0)
            if not loop.is_idle():
                continue
            due = loop.next_due()
            if due is None or due > deadline:
                break
            await sleep(max(0.0, due - loop.time()))

    async def _landing(self) -> None:
        """Until a unit lands. A future of its own: `asyncio.wait` would leave callbacks behind."""
        self._room = self.loop.create_future()
        await self._room
        self._room = None

    def _one(self, unit: int) -> Steps[None]:
        workload = self._workload
        part: Part = "unit"
        raised = yield partial(workload.run, unit)
        if workload.took is not None:
            workload.took(unit, raised)
        if not raised:
            self.completed += 1
            if self.sign is not None and not self.completed % _UNITS_PER_SIGN:
                with OUR_BUILT_INS:
                    self.sign()
            part = "during"
            error = workload.asserted(unit) if workload.asserted is not None else None
            if error is not None:
                raised.append(error)
            elif workload.during is not None:
                raised = yield partial(workload.during, unit)
        if raised:
            self._failure = self._failure or UnitFailed(unit, part, raised.pop())
        del self._flying[unit]
        if self._room is not None and not self._room.done():
            self._room.set_result(None)


def load_of(workload: Workload, seed: int) -> Load:
    """The load for a workload, plain or async."""
    return AsyncLoad(workload, seed) if workload.is_async else PlainLoad(workload, seed)


def _pause(chance: SeededRandom) -> float:
    """Virtual seconds between units."""
    return chance.uniform(0.010, 0.200)
