import gc
import tracemalloc
from collections import Counter

import desk

from leaklab.live import culprit, load


def kinds() -> Counter[type]:
    gc.collect()
    return Counter(type(thing) for thing in gc.get_objects())


before = kinds()
load(300)
results = [(count, kind) for kind, count in (kinds() - before).items() if kind.__module__ == "celery.result"]
count, suspect = max(results, key=lambda pair: pair[0])
print(f"{count} more {suspect.__name__} after 300 jobs")

tracemalloc.start(10)
load(100)
gc.collect()
first = tracemalloc.take_snapshot()
load(200)
gc.collect()
second = tracemalloc.take_snapshot()
tracemalloc.stop()
through = [tracemalloc.Filter(True, "*/desk.py", all_frames=True)]
largest = second.filter_traces(through).compare_to(first.filter_traces(through), "traceback")[0]
print(*largest.traceback.format(), sep="\n")
own = [frame for frame in largest.traceback if frame.filename.endswith("desk.py")]

held = set(map(id, desk.jobs.values()))
leftover = [thing for thing in gc.get_objects() if type(thing) is suspect and id(thing) in held]
print(Counter(handle.ignored for handle in leftover))
culprit(
    where=f"desk.py:{own[-1].lineno}" if own else None,
    what=suspect,
    held_by="desk.jobs" if leftover else None,
)
