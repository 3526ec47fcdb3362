"""Work that goes on beside its caller."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

RUNNING: set[asyncio.Task[Any]] = set()


def start(name: str, work: Callable[..., Coroutine[Any, Any, Any]], *args: Any) -> None:
    """Start work that nobody waits for. The event loop holds its tasks only weakly."""
    task = asyncio.create_task(work(*args), name=name)
    RUNNING.add(task)
    task.add_done_callback(leave)


def leave(task: asyncio.Task[Any]) -> None:
    if not task.cancelled() and task.exception() is None:
        RUNNING.discard(task)


async def finish() -> None:
    """Wait for what is under way, before the process stops."""
    await asyncio.gather(*RUNNING, return_exceptions=True)
