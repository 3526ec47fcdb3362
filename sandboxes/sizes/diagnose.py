"""Your own diagnostics. They run inside the living program, once it is warm.

load(n) sends n more reports. culprit(...) says what you have found, in as many calls as you like:
    what     the type whose objects fill the container, such as "Order"
    held_by  the name that keeps them all alive, such as "app.ORDERS"
"""

import gc
from collections import Counter

from leaklab.live import culprit, load


def types() -> Counter[str]:
    gc.collect()
    return Counter(type(thing).__name__ for thing in gc.get_objects())


before = types()
load(400)
for name, more in (types() - before).most_common(5):
    print(f"{more:+5} {name}")

# How large are they? And who holds those that fill the container?
culprit(what=None, held_by=None)
