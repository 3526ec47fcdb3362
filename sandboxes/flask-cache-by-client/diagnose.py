"""Your own diagnostics. They run inside the living service, once it is warm.

load(n) sends n more requests. culprit(...) says what you have found, in as many calls as you like:
    where    the line, such as "app.py:12"
    what     the type that is left over, such as "Order"
    held_by  the name that keeps it all alive, such as "app.ORDERS"
"""

import gc

import workload

from leaklab.live import culprit, load

# How many different readers there are from here on.
workload.LOAD["clients"] = 1

gc.collect()
before = len(gc.get_objects())
load(500)
gc.collect()
print(f"{len(gc.get_objects()) - before:+} tracked objects after 500 requests")

culprit(where=None, what=None, held_by=None)
