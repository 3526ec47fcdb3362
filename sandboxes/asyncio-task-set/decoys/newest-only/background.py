"""Work that goes on beside its caller."""

import asyncio
from collections import deque
from collections.abc import Coroutine
from typing import Any

RUNNING: deque[asyncio.Task[Any]] = deque(maxlen=100)


def start(work: Coroutine[Any, Any, Any], name: str) -> None:
    """Start work that nobody waits for. The event loop holds its tasks only weakly."""
    task = asyncio.create_task(work, name=name)
    RUNNING.append(task)


async def finish() -> None:
    """Wait for what is under way, before the process stops."""
    await asyncio.gather(*RUNNING, return_exceptions=True)
