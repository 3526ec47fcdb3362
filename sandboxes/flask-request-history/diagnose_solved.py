import gc
import tracemalloc
from collections import Counter

import history

from leaklab.live import culprit, load


def kinds() -> Counter[type]:
    gc.collect()
    return Counter(type(thing) for thing in gc.get_objects())


before = kinds()
load(400)
own = [(count, kind) for kind, count in (kinds() - before).items() if kind.__module__ == "history"]
count, suspect = max(own, key=lambda pair: pair[0])
print(f"{count} more {suspect.__name__} after 400 requests")

tracemalloc.start(10)
first = tracemalloc.take_snapshot()
load(400)
second = tracemalloc.take_snapshot()
lines = [line for line in second.compare_to(first, "lineno") if line.traceback[0].filename.endswith("history.py")]
print(lines[0])

one = next(thing for thing in gc.get_objects() if type(thing) is suspect)
holds = any(referrer is history.HISTORY.exchanges for referrer in gc.get_referrers(one))
culprit(where=lines[0], what=suspect, held_by=history.HISTORY if holds else None)
