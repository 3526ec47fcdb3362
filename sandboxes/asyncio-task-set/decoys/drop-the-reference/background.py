"""Work that goes on beside its caller."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


def start(name: str, work: Callable[..., Coroutine[Any, Any, Any]], *args: Any) -> None:
    """Start work that nobody waits for."""
    asyncio.create_task(work(*args), name=name)


async def finish() -> None:
    """Wait for what is under way, before the process stops."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*others, return_exceptions=True)
