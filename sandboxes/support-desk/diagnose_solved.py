import gc
import tracemalloc
from collections import Counter

import desklog
import objgraph

from leaklab.live import culprit, load


def types() -> Counter[type]:
    gc.collect()
    return Counter(type(thing) for thing in gc.get_objects())


before = types()
load(500)
gained = types() - before
print(gained.most_common(8))

chain = objgraph.find_backref_chain(objgraph.by_type("Mail")[0], objgraph.is_proper_module)
print([type(thing).__name__ for thing in chain])
record = next(thing for thing in chain if type(thing).__name__ == "LogRecord")
holder = next(thing for thing in chain if thing is desklog.RECENT)

tracemalloc.start(10)
load(50)
gc.collect()
first = tracemalloc.take_snapshot()
load(300)
gc.collect()
second = tracemalloc.take_snapshot()
tracemalloc.stop()
changes = second.compare_to(first, "traceback")
change = next(change for change in changes if "logging" in change.traceback[-1].filename)
print(*change.traceback.format(), sep="\n")
own = [frame for frame in change.traceback if frame.filename.endswith("mails.py")]
culprit(where=f"mails.py:{own[-1].lineno}", what=type(record), held_by=holder)
