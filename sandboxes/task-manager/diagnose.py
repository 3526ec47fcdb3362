"""Your own diagnostics. They run inside the living shop, once it is warm.

load(n) lets n more pages come and go. culprit(...) says what you have found, in as many calls as you like:
    where    the line, such as "shop.py:12"
    what     the type that is left over from nearly every visit, such as "Page"
    held_by  the name that keeps it all alive, such as "shop.LEDGERS"
"""

import asyncio
import gc

from leaklab.live import culprit, load

loop = asyncio.get_event_loop()
before = len(asyncio.all_tasks(loop))
load(400)
gc.collect()
print(f"{len(asyncio.all_tasks(loop)) - before:+} tasks under way after 400 visits")

# Which tasks are these? What do they wait for, and for whom? Which line started them?
culprit(where=None, what=None, held_by=None)
