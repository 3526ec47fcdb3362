"""One unit is one job; they overlap, and some fail."""

import asyncio

from jobs import Worker

WORKERS: list[Worker] = []
PROBLEMS: list[str] = []


def worker() -> Worker:
    if not WORKERS:
        WORKERS.append(Worker())
    return WORKERS[0]


async def job(i: int) -> int:
    await asyncio.sleep(i % 5 / 10)
    if i % 9 == 0:
        raise ValueError(f"job {i} cannot be done")
    return i * 3


async def run(i: int) -> None:
    try:
        result: object = await worker().run(job(i))
    except ValueError as error:
        result = str(error)
    expected = f"job {i} cannot be done" if i % 9 == 0 else i * 3
    if result != expected and not PROBLEMS:
        PROBLEMS.append(f"Job {i} must come to {expected!r}, not {result!r}.")
