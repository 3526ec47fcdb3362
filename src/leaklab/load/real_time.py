"""Load in real time, for programs with threads, sockets or another clock of their own: no pauses, and patience."""

import asyncio
import threading
from time import process_time, sleep

from leaklab.load.load import AsyncLoad, Load, NeverFinished, PlainLoad
from leaklab.program.workload import Workload
from leaklab.words import say
from leaklab.world.stack import Steps

# Seconds without a unit that comes back.
PATIENCE = 60.0
# Seconds that timers and callbacks are given before a read.
_LINGER = 0.005
# Threads rest when they have used next to no processor for a while; a thread that never does holds up nothing for long.
_WHILE = 0.01
_NEXT_TO_NOTHING = 0.001
_MOST_WHILES = 200


def real_load_of(workload: Workload, seed: int) -> Load:
    """As `load_of`, in real time."""
    return _RealAsyncLoad(workload, seed) if workload.is_async else _RealPlainLoad(workload, seed)


class _RealPlainLoad(PlainLoad):
    @property
    def overlaps(self) -> bool:
        """Threads that a unit started may go on."""
        return True

    def drain(self) -> Steps[None]:
        yield from super().drain()
        _let_threads_rest()


class _RealAsyncLoad(AsyncLoad):
    def drain(self) -> Steps[None]:
        yield from super().drain()
        _let_threads_rest()

    def _new_loop(self) -> asyncio.AbstractEventLoop:
        return asyncio.SelectorEventLoop()

    async def _pause(self) -> None:
        await asyncio.sleep(0)

    async def _drain_timers(self) -> None:
        await asyncio.sleep(_LINGER)

    async def _landing(self) -> None:
        self._room = room = self.loop.create_future()
        giving_up = self.loop.call_later(PATIENCE, _give_up, room)
        try:
            await room
        finally:
            giving_up.cancel()
            self._room = None


def _give_up(room: asyncio.Future[None]) -> None:
    if not room.done():
        room.set_exception(NeverFinished(say().program.nothing_came_back(PATIENCE)))


def _let_threads_rest() -> None:
    """What they still work on would count as kept."""
    if threading.active_count() == 1:
        return
    for _ in range(_MOST_WHILES):
        before = process_time()
        sleep(_WHILE)
        if process_time() - before < _NEXT_TO_NOTHING:
            return
