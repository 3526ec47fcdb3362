"""A worker for jobs."""

import asyncio
from collections.abc import Coroutine
from typing import Any


class Worker:
    def __init__(self) -> None:
        self.latest: asyncio.Future[int] | None = None

    async def run(self, job: Coroutine[Any, Any, int]) -> int:
        task = asyncio.ensure_future(job)
        self.latest = task
        return await task

    def stop(self) -> None:
        if self.latest is not None:
            self.latest.cancel()
