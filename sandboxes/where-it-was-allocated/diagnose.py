"""Your own diagnostics. They run inside the living service, once it is warm.

load(n) sends n more messages. culprit(where=...) says which line allocates what stays: "app.py:12", or something of
tracemalloc's as it is.
"""

import tracemalloc

from leaklab.live import culprit, load

tracemalloc.start()
load(40)
snapshot = tracemalloc.take_snapshot()
for line in snapshot.statistics("lineno")[:5]:
    print(line)
tracemalloc.stop()

# This is what was allocated since the start, and is still there. Which of it will be there for ever?
culprit(where=None)
