"""The figures that the lesson quotes, taken with the learner's own tools in the living program."""

import gc
import sys
import tracemalloc
from collections import Counter

from quotes import price

from leaklab.live import load

REQUESTS = 500
HISTORY_APPEND = "self.exchanges.append(exchange)"


def figures() -> dict[str, float | int | str]:
    return {"requests": REQUESTS, **objects(), **garbage(), **sizes(), **cache(), **lines()}


def tracked() -> list[object]:
    gc.collect()
    return gc.get_objects()


def types() -> Counter[str]:
    return Counter(type(thing).__name__ for thing in tracked())


def per_request(amount: int) -> float:
    return round(amount / REQUESTS, 2)


def objects() -> dict[str, float]:
    before, count_before = types(), len(tracked())
    load(REQUESTS)
    after, count_after = types(), len(tracked())
    return {
        "trackedPerRequest": per_request(count_after - count_before),
        "exchangesPerRequest": per_request(after["Exchange"] - before["Exchange"]),
        "dictsPerRequest": per_request(after["dict"] - before["dict"]),
        "requestsAlivePerRequest": per_request(after["Request"] - before["Request"]),
    }


def garbage() -> dict[str, int]:
    """How many objects a full collection finds after 100 requests, if nothing was collected on the way."""
    gc.collect()
    gc.disable()
    load(100)
    found = gc.collect()
    gc.enable()
    return {"garbageOf100": found}


def sizes() -> dict[str, float]:
    """What the tracked objects add up to, each without what it leads to."""
    seen = bytes_seen()
    load(REQUESTS)
    return {"visiblePerRequest": round((bytes_seen() - seen) / REQUESTS, 1)}


def bytes_seen() -> int:
    return sum(sys.getsizeof(thing) for thing in tracked())


def cache() -> dict[str, int]:
    entries = price.cache_info()
    return {"cacheEntries": entries.currsize, "cacheLimit": entries.maxsize or 0}


def lines() -> dict[str, float | str]:
    """The line that tracemalloc puts on top, and what the append itself allocates."""
    tracemalloc.start(10)
    load(50)
    gc.collect()
    before = tracemalloc.take_snapshot()
    load(REQUESTS)
    gc.collect()
    after = tracemalloc.take_snapshot()
    tracemalloc.stop()
    by_line = after.compare_to(before, "lineno")
    top = by_line[0]
    appended = [line.size_diff for line in by_line if source(line.traceback[0]) == HISTORY_APPEND]
    return {
        "topFile": "".join(top.traceback[0].filename.rpartition("werkzeug/")[1:]),
        "topLine": top.traceback[0].lineno,
        "topPerRequest": round(top.size_diff / REQUESTS, 1),
        "appendPerRequest": round(sum(appended) / REQUESTS, 1),
        "calledFrom": caller(after, before),
    }


def caller(after: tracemalloc.Snapshot, before: tracemalloc.Snapshot) -> str:
    """The line of history.py that the largest traceback leads through last."""
    largest = after.compare_to(before, "traceback")[0].traceback
    own = [frame for frame in largest if frame.filename.endswith("history.py")]
    return source(own[-1]).rstrip(",")


def source(frame: tracemalloc.Frame) -> str:
    text = tracemalloc.Traceback(((frame.filename, frame.lineno),)).format()
    return text[-1].strip()
