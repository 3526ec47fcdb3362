"""The figures that the lesson quotes, taken with the learner's own tools in the living program."""

import asyncio
import gc
import tracemalloc
from collections import Counter

import shop
import stock
from workload import SESSIONS, Page

from leaklab.live import load

VISITS = 800
COUNTED = ("Task", "coroutine", "Context", "Future", "Page")


def figures() -> dict[str, float | int | str]:
    return {"visits": VISITS, **objects(), **tasks(), **lines(), **closing()}


def loop() -> asyncio.AbstractEventLoop:
    return asyncio.get_event_loop()


def types() -> Counter[str]:
    gc.collect()
    return Counter(type(thing).__name__ for thing in gc.get_objects())


def objects() -> dict[str, float]:
    before, under_way = types(), len(asyncio.all_tasks(loop()))
    load(VISITS)
    more = types() - before
    counts = {f"{name}PerVisit": round(more[name] / VISITS, 2) for name in COUNTED}
    return {**counts, "moreUnderWay": len(asyncio.all_tasks(loop())) - under_way}


def tasks() -> dict[str, int]:
    """What is under way, by name, and for whom."""
    under_way = asyncio.all_tasks(loop())
    watching = [task for task in under_way if task.get_name().startswith("watch")]
    gone = [task for task in watching if not task.get_stack()[0].f_locals["page"].open]
    gc.collect()
    return {
        "underWay": len(under_way),
        "finishedInManager": sum(task.done() for task in shop.TASKS.running),
        "watching": len(watching),
        "reserving": sum(task.get_name().startswith("reserve") for task in under_way),
        "watchingForGone": len(gone),
        "watchingForOpen": len(watching) - len(gone),
        "pagesOpen": len(SESSIONS),
        "pagesAlive": sum(type(thing) is Page for thing in gc.get_objects()),
        "titlesAwaited": len(stock.AWAITED),
    }


def lines() -> dict[str, float | str]:
    """What tracemalloc puts on top, by our own line that is nearest, and by that of shop.py."""
    tracemalloc.start(10)
    load(100)
    gc.collect()
    before = tracemalloc.take_snapshot()
    load(VISITS)
    gc.collect()
    after = tracemalloc.take_snapshot()
    tracemalloc.stop()
    nearest: Counter[str] = Counter()
    asking: Counter[str] = Counter()
    for stack in after.compare_to(before, "traceback"):
        nearest[own_line(stack.traceback, "")] += stack.size_diff
        asking[own_line(stack.traceback, "/shop.py")] += stack.size_diff
    del nearest[""], asking[""]
    return {
        "nearestLine": nearest.most_common(1)[0][0],
        "shopLine": asking.most_common(1)[0][0],
        "shopLinePerVisit": round(asking.most_common(1)[0][1] / VISITS),
    }


def own_line(stack: tracemalloc.Traceback, file: str) -> str:
    for frame in reversed(stack):
        if frame.filename.startswith("/home/learner/") and frame.filename.endswith(file):
            return f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"
    return ""


def closing() -> dict[str, float]:
    """How long it takes to close the shop with all that is under way, and again when nothing is."""
    return loop().run_until_complete(close())


async def close() -> dict[str, float]:
    took: list[float] = []
    for _ in range(2):
        began = asyncio.get_running_loop().time()
        await shop.close()
        took.append(round(asyncio.get_running_loop().time() - began, 3))
    return {"closing": took[0], "closingWithNothing": took[1]}
