"""Your own diagnostics. They run inside the living program, once it is warm.

load(n) loads it with n more units. culprit(...) says what you have found, in as many calls as you like:
    where    the line, such as "app.py:12"
    what     the type that is left over from every unit, such as "Order"
    held_by  the name that keeps it all alive, such as "app.ORDERS"
"""

# AUTHOR: A few lines to start from, which do not solve it yet.

import gc

from leaklab.live import culprit, load

gc.collect()
before = len(gc.get_objects())
load(500)
gc.collect()
print(f"{len(gc.get_objects()) - before:+} tracked objects after 500 units")

culprit(where=None, what=None, held_by=None)
