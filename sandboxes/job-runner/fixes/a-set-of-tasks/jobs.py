"""A worker for jobs."""

import asyncio
from collections.abc import Coroutine
from typing import Any


class Worker:
    def __init__(self) -> None:
        self.at_work: set[asyncio.Task[int]] = set()

    async def run(self, job: Coroutine[Any, Any, int]) -> int:
        task = asyncio.create_task(job)
        self.at_work.add(task)
        task.add_done_callback(self.at_work.discard)
        return await task

    def stop(self) -> None:
        for task in list(self.at_work):
            task.cancel()
