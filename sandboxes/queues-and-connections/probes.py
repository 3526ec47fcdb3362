"""The figures that the lesson quotes, taken with the learner's own tools in the living program."""

import asyncio
import gc
import tracemalloc
from collections import Counter

import commands
import workload
from stations import STATIONS

from leaklab.live import load

COMMANDS = 800
COUNTED = ("Command", "Future", "Task", "Station", "Tariff")


def figures() -> dict[str, float | int | str]:
    return {"commands": COMMANDS, **objects(), **holders(), **top_line(), **healthy()}


def types() -> Counter[str]:
    gc.collect()
    # The load has a class of the same name.
    return Counter(type(thing).__name__ for thing in gc.get_objects() if type(thing).__module__ != "workload")


def objects() -> dict[str, float]:
    before = types()
    load(COMMANDS)
    after = types()
    return {
        **{f"{name}PerCommand": round((after[name] - before[name]) / COMMANDS, 2) for name in COUNTED},
        "connected": len(STATIONS),
        "tasks": len(asyncio.all_tasks(asyncio.get_event_loop())),
    }


def holders() -> dict[str, int]:
    """Who holds the commands that are over."""
    queued = [message for station in STATIONS.values() for message in station.outbox._queue]
    both = sum(type(message) is commands.Command for message in queued)
    outboxes = sorted(station.outbox.qsize() for station in STATIONS.values())
    return {
        "waiting": len(commands.WAITING),
        "stillWaitedFor": sum(not one.reply.done() for one in commands.WAITING.values()),
        "heldTwice": both,
        "heldOnce": len(commands.WAITING) - both,
        "emptyOutboxes": outboxes.count(0),
        "fullOutboxes": len(outboxes) - outboxes.count(0),
        "longestOutbox": outboxes[-1],
    }


def top_line() -> dict[str, float | str]:
    tracemalloc.start()
    load(100)
    gc.collect()
    before = tracemalloc.take_snapshot()
    load(COMMANDS)
    gc.collect()
    after = tracemalloc.take_snapshot()
    tracemalloc.stop()
    changes = after.compare_to(before, "lineno")
    own = next(change for change in changes if change.traceback[0].filename.startswith("/home/learner/"))
    return {
        "topFile": "/".join(changes[0].traceback[0].filename.split("/")[-2:]),
        "topPerCommand": round(changes[0].size_diff / COMMANDS),
        "ownLine": f"{own.traceback[0].filename.rpartition('/')[2]}:{own.traceback[0].lineno}",
        "ownPerCommand": round(own.size_diff / COMMANDS),
    }


def healthy() -> dict[str, int]:
    """The same load when every station reads and answers."""
    workload.LOAD["unanswered"] = 0
    hung = [*workload.HUNG]
    workload.HUNG.clear()
    names = {station.name for station in hung}

    def entries() -> int:
        gc.collect()
        queued = sum(station.outbox.qsize() for station in STATIONS.values() if station.name not in names)
        return len(commands.WAITING) + queued

    load(200)
    before = entries()
    load(COMMANDS)
    gained = entries() - before
    workload.LOAD["unanswered"] = 5
    workload.HUNG.extend(hung)
    return {"healthyCommands": COMMANDS, "healthyGained": gained}
