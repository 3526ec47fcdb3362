"""Your notes. This file runs inside the living gateway, after its first orders."""

import gc
from collections import Counter

from leaklab.live import culprit, load

gc.collect()
before = Counter(type(thing).__name__ for thing in gc.get_objects())
load(200)
gc.collect()
after = Counter(type(thing).__name__ for thing in gc.get_objects())

for name, count in (after - before).most_common(8):
    print(f"{count / 200:6.2f} more {name} for each order")

# State what you have found; each part may wait until you know it.
# culprit(where="gateway.py:34", what="Till", held_by="gateway.TILLS")
