import gc
import tracemalloc
from collections import Counter
from types import FunctionType

import audit

from leaklab.live import culprit, load


def types() -> Counter[type]:
    gc.collect()
    return Counter(type(thing) for thing in gc.get_objects())


load(100)
before = types()
load(200)
for kind, count in (types() - before).most_common(8):
    print(f"{count / 200:.2f} more {kind.__name__} for each request")

kept = [thing for thing in gc.get_objects() if type(thing) is FunctionType and thing.__module__ == "audit"]
print(Counter(function.__name__ for function in kept).most_common(3))
one = next(function for function in kept if function.__name__ == "write")

tracemalloc.start()
load(50)
gc.collect()
first = tracemalloc.take_snapshot()
load(200)
gc.collect()
second = tracemalloc.take_snapshot()
tracemalloc.stop()
mine = [tracemalloc.Filter(True, audit.__file__)]
lines = second.filter_traces(mine).compare_to(first.filter_traces(mine), "lineno")
for line in lines[:3]:
    print(line)
made = next(line for line in lines if line.traceback[0].lineno == one.__code__.co_firstlineno)

signal = audit.request_finished
print(len(signal.receivers), "receivers")
holds = any(receiver is one for _, receiver, _ in signal.receivers)
culprit(where=made, what=FunctionType, held_by=signal if holds else None)
