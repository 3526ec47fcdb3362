"""Yours. Diagnose runs it inside the living program, once it is warm; load(n) loads it with n more readers.

How many generators are there more of for each reader? What is in gi_frame.f_locals of one?
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
    print(f"{more / 400:6.2f} more {name} for each reader")

tracemalloc.start(5)
snapshot = tracemalloc.take_snapshot()
load(400)
gc.collect()
for line in tracemalloc.take_snapshot().compare_to(snapshot, "lineno")[:5]:
    print(line)
