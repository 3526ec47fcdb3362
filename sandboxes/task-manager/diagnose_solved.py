import asyncio
import gc
import tracemalloc
from collections import Counter

import shop

from leaklab.live import culprit, load

loop = asyncio.get_event_loop()


def names() -> Counter[str]:
    return Counter(task.get_name().split()[0].partition("-")[0] for task in asyncio.all_tasks(loop))


before = names()
load(300)
more = names() - before
print(more)
[(name, _)] = more.most_common(1)

waiting = [task for task in asyncio.all_tasks(loop) if task.get_name().startswith(name)]
waiting[0].print_stack()
gone = [task for task in waiting if not task.get_stack()[0].f_locals["page"].open]
print(f"{len(gone)} of {len(waiting)} wait for a page that has gone")

tracemalloc.start(10)
first = tracemalloc.take_snapshot()
load(300)
gc.collect()
second = tracemalloc.take_snapshot()
tracemalloc.stop()
# The manager makes every task: take the line of the shop's that led there.
ours = [
    frame
    for statistic in second.compare_to(first, "traceback")
    for frame in reversed(statistic.traceback)
    if frame.filename.endswith("shop.py")
]
print(ours[0])

holds = gone[0] in shop.TASKS.running
culprit(where=ours[0], what=type(gone[0]), held_by="shop.TASKS" if holds else None)
