"""The one way to start tasks."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

PAUSES = 0.5, 1.0, 2.0

log = logging.getLogger(__name__)


class TaskManager:
    """Holds each task while it runs, reports what failed, and brings all of them to an end."""

    def __init__(self, grace: float = 10.0) -> None:
        self.grace = grace
        self.running: dict[asyncio.Task[Any], object] = {}

    def start(self, name: str, work: Coroutine[Any, Any, Any], owner: object = None) -> asyncio.Task[Any]:
        """Start work that nobody waits for, and that ends with its owner, if it has one."""
        task = asyncio.create_task(work, name=name)
        self.running[task] = owner
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self.running.pop(task, None)
        if not task.cancelled() and (error := task.exception()):
            log.warning("%s: %r", task.get_name(), error)

    async def cancel(self, owner: object) -> None:
        """Bring what belongs to an owner to an end, and wait for that."""
        owned = [task for task, of in self.running.items() if of is owner]
        for task in owned:
            task.cancel()
        await asyncio.gather(*owned, return_exceptions=True)

    async def close(self) -> None:
        """Let what is under way finish within the grace, cancel the rest, and wait for both."""
        if self.running:
            _, late = await asyncio.wait(self.running, timeout=self.grace)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)


async def retried(work: Callable[..., Awaitable[None]], *args: Any) -> None:
    """Work that may fail for a while: tried again after each pause, and then once more."""
    for pause in PAUSES:
        try:
            await work(*args)
            return
        except OSError as error:
            log.info("once more in %s s: %r", pause, error)
        await asyncio.sleep(pause)
    await work(*args)
