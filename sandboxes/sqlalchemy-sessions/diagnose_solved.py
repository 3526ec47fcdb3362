import gc
import os
import tracemalloc
from collections import Counter

import previews
from models import Base

from leaklab.live import culprit, load


def rows() -> Counter[type]:
    """The objects of mapped classes that are alive."""
    gc.collect()
    return Counter(type(thing) for thing in gc.get_objects() if issubclass(type(thing), Base))


before = rows()
load(300)
[(suspect, count)] = (rows() - before).most_common(1)
print(f"{count} more {suspect.__name__} after 300 requests")

tracemalloc.start()
gc.collect()
first = tracemalloc.take_snapshot()
load(300)
gc.collect()
second = tracemalloc.take_snapshot()
tracemalloc.stop()
own = [tracemalloc.Filter(True, os.path.dirname(previews.__file__) + "/*")]
line = second.filter_traces(own).compare_to(first.filter_traces(own), "lineno")[0]
print(line)

session = previews.SESSION
print(len(session.identity_map), len(session.dirty), len(session.new))
kept = all(type(order) is suspect for order in session.new) and len(session.new) > count
culprit(where=line, what=suspect, held_by=session if kept else None)
