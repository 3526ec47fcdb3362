import gc
import tracemalloc
from collections import Counter

import overview

from leaklab.live import culprit, load


def kinds() -> Counter[type]:
    gc.collect()
    return Counter(type(thing) for thing in gc.get_objects())


before, failures = kinds(), len(overview.FAILURES)
load(200)
failures = len(overview.FAILURES) - failures
# Dicts and lists are parts of other things.
(suspect, count), *_ = [pair for pair in (kinds() - before).most_common() if pair[0] not in (dict, list, tuple)]
print(f"{count} more {suspect.__name__} after {failures} failures")

tracemalloc.start(10)
load(40)
gc.collect()
first = tracemalloc.take_snapshot()
load(80)
gc.collect()
second = tracemalloc.take_snapshot()
tracemalloc.stop()
through = [tracemalloc.Filter(True, "*/documents.py", all_frames=True)]
largest = second.filter_traces(through).compare_to(first.filter_traces(through), "traceback")[0]
print(*largest.traceback.format(), sep="\n")
own = [frame for frame in largest.traceback if frame.filename.endswith("documents.py")]

error = overview.FAILURES[-1]
while error:
    print(type(error).__name__)
    trace = error.__traceback__
    while trace:
        local = trace.tb_frame.f_locals
        large = [name for name, value in local.items() if len(repr(value)) > 1_000]
        print("   ", trace.tb_frame.f_code.co_name, len(local), "local variables, large:", large)
        trace = trace.tb_next
    error = error.__cause__
culprit(where=f"documents.py:{own[-1].lineno}" if own else None, what=suspect, held_by="overview.FAILURES")
