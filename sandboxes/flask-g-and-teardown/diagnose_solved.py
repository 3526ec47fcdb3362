import gc
import tracemalloc
from collections import Counter

import cleanup
import objgraph

from leaklab.live import culprit, load


def types() -> Counter[type]:
    gc.collect()
    return Counter(type(thing) for thing in gc.get_objects())


before = types()
load(500)
gained = types() - before
print(gained.most_common(8))
[suspect] = [kind for kind in gained if kind.__module__ == "exports"]

tracemalloc.start(10)
load(50)
gc.collect()
first = tracemalloc.take_snapshot()
load(300)
gc.collect()
second = tracemalloc.take_snapshot()
tracemalloc.stop()
changes = second.compare_to(first, "traceback")
own = [frame for frame in changes[0].traceback if frame.filename.endswith("exports.py")]

chain = objgraph.find_backref_chain(objgraph.by_type(suspect.__name__)[0], objgraph.is_proper_module)
print([type(thing).__name__ for thing in chain])
holder = next(thing for thing in chain if thing is cleanup.AT_THE_END)
culprit(where=f"exports.py:{own[-1].lineno}", what=suspect, held_by=holder)
