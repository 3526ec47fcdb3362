"""An asyncio event loop on virtual time: no sockets, no threads, and a day passes as fast as its callbacks run."""

import asyncio
import heapq
from asyncio import base_events, events
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import partial
from typing import Any, cast

from leaklab.words import say
from leaklab.world.clock import CLOCK
from leaklab.world.stack import unseen

_real_new_event_loop = events.new_event_loop

# What would need the world outside: sockets, pipes, processes, signals.
_OUTSIDE = (
    "add_reader",
    "add_signal_handler",
    "add_writer",
    "create_unix_connection",
    "create_unix_server",
    "sock_accept",
    "sock_connect",
    "sock_recv",
    "sock_recv_into",
    "sock_recvfrom",
    "sock_recvfrom_into",
    "sock_sendall",
    "sock_sendto",
    "_make_datagram_transport",
    "_make_read_pipe_transport",
    "_make_socket_transport",
    "_make_ssl_transport",
    "_make_subprocess_transport",
    "_make_write_pipe_transport",
    "_start_serving",
)
# Told the name of what was asked for, before it is refused.
on_refusal: list[Callable[[str], object]] = []


@contextmanager
def outside_a_loop() -> Iterator[None]:
    """The browser keeps a loop running even in plain code: set it aside meanwhile."""
    running = events._get_running_loop()
    events._set_running_loop(None)
    try:
        yield
    finally:
        events._set_running_loop(running)


class Deadlock(RuntimeError):
    """Everything waits, and nothing is scheduled that could end the waiting."""


class _Idle:
    """Stands where a loop has its selector: instead of waiting for a file it moves the clock."""

    __slots__ = ()

    def select(self, timeout: float | None) -> list[Any]:
        if timeout is None:
            raise Deadlock(say().program.everything_waits)
        CLOCK.advance(timeout)
        return []

    def close(self) -> None:
        pass


class VirtualLoop(asyncio.BaseEventLoop):
    """What a program gets from `asyncio.run` and `asyncio.new_event_loop` during a run."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Idle()
        self._clock_resolution = 1e-6

    def time(self) -> float:
        return CLOCK.monotonic()

    def call_soon_threadsafe(  # type: ignore[override]
        self, callback: Any, *args: Any, context: Any = None
    ) -> asyncio.Handle:
        return self.call_soon(callback, *args, context=context)

    @partial(unseen, file=base_events.__file__)
    def run_in_executor(  # type: ignore[override]
        self, executor: Executor | None, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """There are no threads in the browser: the work is done here and now, outside the running loop."""
        future = self.create_future()
        with outside_a_loop():
            try:
                result = func(*args)
            except StopIteration as error:
                future.set_exception(RuntimeError(f"StopIteration: {error}"))
            except Exception as error:
                future.set_exception(error)
            else:
                future.set_result(result)
        return future

    def is_idle(self) -> bool:
        return not cast(Any, self)._ready

    def next_due(self) -> float | None:
        """When the next timer is due, in the loop's own time; cancelled ones are forgotten first."""
        inner = cast(Any, self)
        for handle in inner._scheduled:
            if handle._cancelled:
                handle._scheduled = False
        inner._scheduled = [handle for handle in inner._scheduled if not handle._cancelled]
        inner._timer_cancelled_count = 0
        heapq.heapify(inner._scheduled)
        return float(inner._scheduled[0]._when) if inner._scheduled else None

    def _process_events(self, event_list: list[Any]) -> None:
        pass

    def _write_to_self(self) -> None:
        pass


def _refusing(name: str) -> Callable[..., Any]:
    def refuse(self: VirtualLoop, *arguments: object, **options: object) -> Any:
        for told in on_refusal:
            told(name)
        raise NotImplementedError(say().program.no_outside(name.lstrip("_")))

    return refuse


for _name in _OUTSIDE:
    setattr(VirtualLoop, _name, _refusing(_name))


class _NewEventLoop:
    __slots__ = ()

    def __call__(self) -> asyncio.AbstractEventLoop:
        return VirtualLoop() if CLOCK.active else _real_new_event_loop()


def install_loop() -> None:
    """Have `asyncio.run` and `asyncio.new_event_loop` make virtual loops once a run has begun. Does so once."""
    if not isinstance(events.new_event_loop, _NewEventLoop):
        hook = _NewEventLoop()
        events.new_event_loop = hook
        asyncio.new_event_loop = hook
