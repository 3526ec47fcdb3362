"""Yours. Diagnose runs it inside the living program, once it is warm; load(n) loads it with n more events.

How long is events.PENDING after load(100), and after each hundred more?
"""

import gc
import tracemalloc
from collections import Counter

from leaklab.live import load


def by_type() -> Counter[str]:
    gc.collect()
    return Counter(type(thing).__name__ for thing in gc.get_objects())


before = by_type()
load(400)
for name, more in (by_type() - before).most_common(5):
    print(f"{more / 400:6.2f} more {name} for each event")

tracemalloc.start(5)
snapshot = tracemalloc.take_snapshot()
load(400)
gc.collect()
for line in tracemalloc.take_snapshot().compare_to(snapshot, "lineno")[:5]:
    print(line)
