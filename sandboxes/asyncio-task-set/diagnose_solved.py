import asyncio
import gc
import tracemalloc

import background

from leaklab.live import culprit, load


def tasks() -> list[asyncio.Task]:
    gc.collect()
    return [thing for thing in gc.get_objects() if isinstance(thing, asyncio.Task)]


before = len(tasks())
load(300)
print(f"{len(tasks()) - before} more tasks after 300 orders, {sum(task.done() for task in tasks())} of them done")

tracemalloc.start(10)
first = tracemalloc.take_snapshot()
load(300)
second = tracemalloc.take_snapshot()
# The innermost lines are asyncio's own: take the nearest line of ours in what has grown most.
ours = [
    frame
    for statistic in second.compare_to(first, "traceback")
    for frame in reversed(statistic.traceback)
    if frame.filename.endswith("background.py")
]
print(ours[0])

done = next(task for task in tasks() if task.done())
holds = any(referrer is background.RUNNING for referrer in gc.get_referrers(done))
culprit(where=ours[0], what=type(done), held_by="background.RUNNING" if holds else None)
