"""Work that goes on beside its caller."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

RUNNING: deque[asyncio.Task[Any]] = deque(maxlen=100)


def start(name: str, work: Callable[..., Coroutine[Any, Any, Any]], *args: Any) -> None:
    """Start work that nobody waits for. The event loop holds its tasks only weakly."""
    task = asyncio.create_task(work(*args), name=name)
    RUNNING.append(task)


async def finish() -> None:
    """Wait for what is under way, before the process stops."""
    await asyncio.gather(*RUNNING, return_exceptions=True)
