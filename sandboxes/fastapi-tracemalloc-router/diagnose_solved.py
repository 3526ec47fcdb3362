import gc
from collections import Counter
from pathlib import Path

import memory

from leaklab.live import culprit, load


def types() -> Counter[type]:
    gc.collect()
    return Counter(type(thing) for thing in gc.get_objects())


before = types()
load(400)
gained = types() - before
suspect = max((kind for kind in gained if kind.__module__ == "tracemalloc" and kind.__name__[0] != "_"), key=gained.get)
print(f"{gained[suspect]} more {suspect.__name__} after 400 notices")
print(len(memory.SNAPSHOTS), "are in the list")
source = Path(str(memory.__file__)).read_text(encoding="utf-8").splitlines()
line = next(number for number, text in enumerate(source, 1) if "SNAPSHOTS.append" in text)
culprit(where=f"memory.py:{line}", what=suspect, held_by=memory.SNAPSHOTS)
