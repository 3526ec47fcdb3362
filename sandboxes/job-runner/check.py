"""What who gives the jobs relies on."""

import asyncio

from jobs import Worker
from workload import PROBLEMS, worker


async def endless(ended: list[str]) -> int:
    try:
        await asyncio.sleep(3_000)
    except asyncio.CancelledError:
        ended.append("cancelled")
        raise
    ended.append("done")
    return 0


async def stops(one: Worker) -> None:
    ended: list[str] = []
    asked = [asyncio.ensure_future(one.run(endless(ended))) for _ in range(3)]
    await asyncio.sleep(1)
    assert ended == [], "A job must not be cancelled before the worker stops."
    one.stop()
    await asyncio.wait(asked, timeout=1)
    count = ended.count("cancelled")
    assert count == 3, f"When the worker stops it must cancel the 3 jobs at work, and it cancelled {count}."


async def during(i: int) -> None:
    assert not PROBLEMS, PROBLEMS[0]
    if i % 400 == 0:
        await stops(Worker())


async def after() -> None:
    assert not PROBLEMS, PROBLEMS[0]
    await stops(worker())
