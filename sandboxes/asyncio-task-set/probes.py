"""The figures that the lesson quotes, taken with the learner's own tools in the living program."""

import asyncio
import gc
import logging
import sys
import tracemalloc
from collections import Counter

import background
import gateway
import receipts
from workload import Till

from leaklab.live import load

ORDERS = 800
COUNTED = ("Task", "coroutine", "Context", "Answer", "frame", "traceback", "Order", "Future")
ALONE = 100


def figures() -> dict[str, float | int | str]:
    return {"orders": ORDERS, **objects(), **outcomes(), **suspects(), **lines(), **dropped()}


def types() -> Counter[str]:
    gc.collect()
    return Counter(type(thing).__name__ for thing in gc.get_objects())


def objects() -> dict[str, float]:
    before = types()
    load(ORDERS)
    more = types() - before
    return {f"{name}PerOrder": round(more[name] / ORDERS, 2) for name in COUNTED}


def outcomes() -> dict[str, int]:
    """What the tasks in the set have come to, in percent, and what one of them weighs by itself."""
    tasks = background.RUNNING
    done = [task for task in tasks if task.done()]
    withdrawn = [task for task in done if task.cancelled()]
    failed = [task for task in done if not task.cancelled() and task.exception() is not None]
    return {
        "kept": len(tasks),
        "unfinished": len(asyncio.all_tasks(asyncio.get_event_loop())),
        "underWay": len(tasks) - len(done),
        "withdrawnPercent": round(100 * len(withdrawn) / len(done)),
        "failedPercent": round(100 * len(failed) / len(done)),
        "taskBytes": sys.getsizeof(done[0]),
        "coroutineBytes": sys.getsizeof(done[0].get_coro()),
    }


def suspects() -> dict[str, int]:
    gc.collect()
    tills = [thing for thing in gc.get_objects() if type(thing) is Till]
    return {
        "tillsConnected": len(gateway.TILLS),
        "tillsAlive": len(tills),
        "receiptsListed": len(receipts.AWAITED),
        "receiptsWaiting": sum(not receipt.done() for receipt in receipts.AWAITED.values()),
    }


def lines() -> dict[str, float | str]:
    """What tracemalloc puts on top: by the line that allocates, and by our own line that led there."""
    tracemalloc.start(10)
    load(100)
    gc.collect()
    before = tracemalloc.take_snapshot()
    load(ORDERS)
    gc.collect()
    after = tracemalloc.take_snapshot()
    tracemalloc.stop()
    top = after.compare_to(before, "lineno")[0]
    by_own_line: Counter[str] = Counter()
    for stack in after.compare_to(before, "traceback"):
        by_own_line[own_line(stack.traceback)] += stack.size_diff
    [(line, size)] = by_own_line.most_common(1)
    return {
        "topFile": "asyncio/" + top.traceback[0].filename.rpartition("/")[2],
        "topPerOrder": round(top.size_diff / ORDERS),
        "ownLine": line,
        "ownLinePerOrder": round(size / ORDERS),
    }


def own_line(stack: tracemalloc.Traceback) -> str:
    for frame in reversed(stack):
        if frame.filename.startswith("/home/learner/"):
            return f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"
    return ""


def dropped() -> dict[str, int]:
    """Of tasks that nobody keeps, how many a collection takes: those that sleep, and those that wait for a future."""
    return asyncio.get_event_loop().run_until_complete(lose())


async def lose() -> dict[str, int]:
    async def sleep() -> None:
        await asyncio.sleep(10)
        finished.append("sleeping")

    async def wait() -> None:
        await asyncio.get_running_loop().create_future()

    finished: list[str] = []
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    names = {f"{kind} {number}" for kind in ("sleeping", "waiting") for number in range(ALONE)}
    for number in range(ALONE):
        # Nobody is to keep these: that is what is measured.
        asyncio.create_task(sleep(), name=f"sleeping {number}")  # noqa: RUF006
        asyncio.create_task(wait(), name=f"waiting {number}")  # noqa: RUF006
    await asyncio.sleep(1)
    gc.collect()
    left = [task.get_name() for task in asyncio.all_tasks() if task.get_name() in names]
    await asyncio.sleep(10)
    return {
        "alone": ALONE,
        "sleepersLost": ALONE - len(finished),
        "waitersLost": ALONE - sum(name.startswith("waiting") for name in left),
    }
