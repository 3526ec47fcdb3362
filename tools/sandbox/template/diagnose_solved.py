# AUTHOR: A diagnosis such as a learner would write: it finds what it names, and the tests carry it out.

import gc
import tracemalloc

import service

from leaklab.live import culprit, load

before = len(service.TICKETS)
load(400)
print(f"{len(service.TICKETS) - before} more tickets after 400 wishes")

tracemalloc.start(10)
gc.collect()
first = tracemalloc.take_snapshot()
load(400)
gc.collect()
second = tracemalloc.take_snapshot()
lines = [line for line in second.compare_to(first, "lineno") if line.traceback[0].filename.endswith("service.py")]
print(lines[0])

culprit(where=lines[0], what=type(service.TICKETS[-1]), held_by="service.TICKETS")
