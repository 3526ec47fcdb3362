"""Your own diagnostics. They run inside the living gateway, once it is warm.

load(n) sends n more orders and lets them finish. culprit(...) says what you have found, in as many calls as you like:
    where    the line, such as "gateway.py:12"
    what     the type that is left over from every order, such as "Till"
    held_by  the name that keeps it all alive, such as "gateway.TILLS"
"""

import gc

import gateway
import receipts

from leaklab.live import culprit, load

load(400)
gc.collect()
print(f"{len(gateway.TILLS)} tills are connected, {len(receipts.AWAITED)} receipts are listed")

# What is there more of after another load, and how many for each order? Which line made it? Who holds it?
culprit(where=None, what=None, held_by=None)
