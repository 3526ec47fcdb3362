import gc
import tracemalloc
from collections import Counter

import readers
import workload

from leaklab.live import culprit, load


def types() -> Counter[type]:
    gc.collect()
    return Counter(type(thing) for thing in gc.get_objects())


def gained(clients: int) -> Counter[type]:
    workload.LOAD["clients"] = clients
    load(500)
    before = types()
    load(500)
    return types() - before


print("one reader:", gained(1).most_common(3))
print("fifty:", gained(50).most_common(3))
[(suspect, count)] = [(kind, count) for kind, count in gained(50_000).items() if kind.__module__ == "readers"]
print(f"new ones: {count} more {suspect.__name__} after 500 requests")

tracemalloc.start()
gc.collect()
first = tracemalloc.take_snapshot()
load(400)
gc.collect()
second = tracemalloc.take_snapshot()
tracemalloc.stop()
line = second.compare_to(first, "lineno")[0]
print(line)

one = next(thing for thing in gc.get_objects() if type(thing) is suspect)
holds = any(holder is readers.READERS for holder in gc.get_referrers(one))
culprit(where=line, what=suspect, held_by=readers.READERS if holds else None)
