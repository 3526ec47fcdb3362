import gc
import tracemalloc

import commands
from commands import Command
from stations import STATIONS

from leaklab.live import culprit, load


def kept() -> list[Command]:
    gc.collect()
    return [thing for thing in gc.get_objects() if type(thing) is Command]


before = len(kept())
load(300)
print(f"{len(kept()) - before} more commands are kept after 300")
print(f"{len(commands.WAITING)} wait for an answer, all of them over:", all(one.reply.done() for one in kept()))
print("in outboxes:", {name: station.outbox.qsize() for name, station in STATIONS.items()})

tracemalloc.start()
load(100)
gc.collect()
first = tracemalloc.take_snapshot()
load(300)
gc.collect()
second = tracemalloc.take_snapshot()
tracemalloc.stop()
ours = [change for change in second.compare_to(first, "lineno") if change.traceback[0].filename.endswith("commands.py")]
print(ours[0])

one = kept()[0]
holds = any(holder is commands.WAITING for holder in gc.get_referrers(one))
culprit(where=ours[0], what=type(one), held_by="commands.WAITING" if holds else None)
