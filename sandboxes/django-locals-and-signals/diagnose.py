"""Your own diagnostics. They run inside the living service, once it is warm.

load(n) sends n more requests. culprit(...) says what you have found, in as many calls as you like:
    where    the line, such as "audit.py:12"
    what     the type that is left over from every request, such as "Order"
    held_by  the name that keeps it all alive, such as "audit.CURRENT"
"""

import gc

import audit

from leaklab.live import culprit, load

for _ in range(3):
    load(100)
    gc.collect()
    print(len(audit.CURRENT.notes), "notes in the thread-local,", len(gc.get_objects()), "tracked objects")

culprit(where=None, what=None, held_by=None)
