"""Your own diagnostics. They run inside the living control room, once it is warm.

load(n) gives n more commands and lets them end. culprit(...) says what you have found, in as many calls as you like:
    where    the line, such as "app.py:12"
    what     the type that is left over, such as "Station"
    held_by  a name that keeps it alive, such as "app.ROUTES"
"""

import gc

from stations import STATIONS

from leaklab.live import culprit, load

load(400)
gc.collect()
print(f"{len(STATIONS)} stations are connected")

# What is there more of after another load, and how many for each command? Which line made it? Who holds it?
culprit(where=None, what=None, held_by=None)
