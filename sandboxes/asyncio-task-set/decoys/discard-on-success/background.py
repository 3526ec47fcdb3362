"""Work that goes on beside its caller."""

import asyncio
from collections.abc import Coroutine
from typing import Any

RUNNING: set[asyncio.Task[Any]] = set()


def start(work: Coroutine[Any, Any, Any], name: str) -> None:
    """Start work that nobody waits for. The event loop holds its tasks only weakly."""
    task = asyncio.create_task(work, name=name)
    RUNNING.add(task)
    task.add_done_callback(leave)


def leave(task: asyncio.Task[Any]) -> None:
    if not task.cancelled() and task.exception() is None:
        RUNNING.discard(task)


async def finish() -> None:
    """Wait for what is under way, before the process stops."""
    await asyncio.gather(*RUNNING, return_exceptions=True)
