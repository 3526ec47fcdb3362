"""Yours. Diagnose runs it inside the living program, once it is warm; load(n) loads it with n more requests.

How many dicts with a REQUEST_METHOD are alive after 400 requests?
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
    print(f"{more / 400:6.2f} more {name} for each request")

tracemalloc.start(5)
snapshot = tracemalloc.take_snapshot()
load(400)
gc.collect()
for line in tracemalloc.take_snapshot().compare_to(snapshot, "lineno")[:5]:
    print(line)
