import gc
import tracemalloc
from collections import Counter

import portal

from leaklab.live import culprit, load


def types() -> Counter[type]:
    gc.collect()
    return Counter(type(thing) for thing in gc.get_objects())


counts = [types()]
for _ in range(2):
    load(160)
    counts.append(types())
# What gains once is a part of the warm-up, and these are parts of anything.
gained = (counts[1] - counts[0]) & (counts[2] - counts[1])
parts = {dict, list, tuple}
suspects = [(kind, count) for kind, count in gained.most_common() if kind not in parts]
suspect, count = suspects[0]
print(f"{count} more {suspect.__module__}.{suspect.__name__} after 160 reports")

tracemalloc.start(12)
load(40)
gc.collect()
first = tracemalloc.take_snapshot()
load(80)
gc.collect()
second = tracemalloc.take_snapshot()
tracemalloc.stop()
through = [tracemalloc.Filter(True, portal.__file__, all_frames=True)]
changes = second.filter_traces(through).compare_to(first.filter_traces(through), "lineno", cumulative=True)
line = next(change for change in changes if change.traceback[0].filename == portal.__file__)
print(line)

jar = portal.SESSION.cookies
print(len(jar), "cookies in the jar")
held = all(type(cookie) is suspect for cookie in jar) and len(jar) > count
culprit(where=line, what=suspect, held_by=portal.SESSION if held else None)
