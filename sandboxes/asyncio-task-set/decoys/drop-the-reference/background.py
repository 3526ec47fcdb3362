"""Work that goes on beside its caller."""

import asyncio
from collections.abc import Coroutine
from typing import Any


def start(work: Coroutine[Any, Any, Any], name: str) -> None:
    """Start work that nobody waits for."""
    asyncio.create_task(work, name=name)


async def finish() -> None:
    """Wait for what is under way, before the process stops."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*others, return_exceptions=True)
