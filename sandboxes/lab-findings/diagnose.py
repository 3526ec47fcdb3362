"""Your own diagnostics. They run inside the living service, once it is warm.

load(n) asks for n more reports. culprit(...) says what you have found, in as many calls as you like:
    where    the line, such as "findings.py:12"
    what     the type that is left over, such as "Report"
    held_by  the name that keeps it all alive, such as "findings.REPORTS"
"""

import gc
import tracemalloc

from leaklab.live import culprit, load

tracemalloc.start()
load(40)
gc.collect()
first = tracemalloc.take_snapshot()
load(160)
gc.collect()
second = tracemalloc.take_snapshot()
tracemalloc.stop()
for change in second.compare_to(first, "lineno")[:5]:
    print(change)

culprit(where=None, what=None, held_by=None)
