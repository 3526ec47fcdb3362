"""Your own diagnostics. They run inside the living service, once it is warm.

load(n) sends n more requests. culprit(...) says what you have found, in as many calls as you like:
    where    the line, such as "app.py:12"
    what     the type that is left over, such as "Order"
    held_by  the name that keeps it all alive, such as "app.ORDERS"
"""

import gc
from collections import Counter

import mails

from leaklab.live import culprit, load


def types() -> Counter[str]:
    gc.collect()
    return Counter(type(thing).__name__ for thing in gc.get_objects())


before = types()
load(500)
gained = types() - before
print("more mails after 500 requests:", gained["Mail"])
print("mails in the trays:", sum(len(tray) for tray in mails.TRAYS.values()))

culprit(where=None, what=None, held_by=None)
