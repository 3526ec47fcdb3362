"""The figures that the lesson quotes."""

import asyncio
import gc
import sys
import tracemalloc
from collections import Counter

from leaklab.live import load

ORDERS = 800


def figures() -> dict[str, float | int | str]:
    import background
    import receipts

    gc.collect()
    before = Counter(type(thing).__name__ for thing in gc.get_objects())
    done_before = set(map(id, background.RUNNING))
    tracemalloc.start(10)
    first = tracemalloc.take_snapshot()
    load(ORDERS)
    gc.collect()
    second = tracemalloc.take_snapshot()
    tracemalloc.stop()
    more = Counter(type(thing).__name__ for thing in gc.get_objects()) - before
    new = [task for task in background.RUNNING if id(task) not in done_before]
    del before, first
    return {
        "orders": ORDERS,
        **{f"{name}PerOrder": more[name] / ORDERS for name in ("Task", "coroutine", "Context", "Answer", "frame", "traceback", "Order", "Future")},
        "objectsPerOrder": sum(more.values()) / ORDERS,
        "setLength": len(background.RUNNING),
        "unfinished": len(asyncio.all_tasks()),
    }
