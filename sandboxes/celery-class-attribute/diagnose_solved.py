import gc
import tracemalloc
from collections import Counter

import tracking

from leaklab.live import culprit, load


def kinds() -> Counter[type]:
    gc.collect()
    return Counter(type(thing) for thing in gc.get_objects())


before = kinds()
load(400)
own = [(count, kind) for kind, count in (kinds() - before).items() if kind.__module__ == "tracking"]
count, suspect = max(own, key=lambda pair: pair[0])
print(f"{count} more {suspect.__name__} after 400 events")

tracemalloc.start(10)
first = tracemalloc.take_snapshot()
load(400)
second = tracemalloc.take_snapshot()
lines = [line for line in second.compare_to(first, "lineno") if line.traceback[0].filename.endswith("tracking.py")]
print(lines[0])

held = set(map(id, tracking.DeliveryTask.in_flight.values()))
leftover = [thing for thing in gc.get_objects() if type(thing) is suspect and id(thing) in held]
culprit(where=lines[0], what=suspect, held_by="tracking.DeliveryTask.in_flight" if leftover else None)
