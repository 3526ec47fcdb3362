"""A worker for jobs."""

import asyncio
from collections.abc import Coroutine
from typing import Any


class Worker:
    def __init__(self) -> None:
        self.stopping: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def run(self, job: Coroutine[Any, Any, int]) -> int:
        task = asyncio.ensure_future(job)
        self.stopping.add_done_callback(lambda _: task.cancel())
        try:
            return await task
        finally:
            self.stopping.remove_done_callback(lambda _: task.cancel())

    def stop(self) -> None:
        if not self.stopping.done():
            self.stopping.set_result(None)
