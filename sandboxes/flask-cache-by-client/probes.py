"""The figures that the lesson quotes, taken with the learner's own tools in the living program."""

import gc
import sys
import tracemalloc
from collections import Counter, deque

import workload
from articles import VIEWS
from readers import READERS, Reader

from leaklab.live import load

REQUESTS = 500


def figures() -> dict[str, float | int | str]:
    most = workload.LOAD["clients"]
    one, fifty, new = gained(1), gained(50), gained(most)
    more = types()
    return {
        "requests": REQUESTS,
        "oneReader": one,
        "fiftyReaders": fifty,
        "newReaders": new,
        **more,
        "bytesPerReader": round(new / more["readersPerRequest"]),
        **lines(),
        "views": len(VIEWS),
        "readers": len(READERS),
        "longest": max(len(reader.recent) for reader in READERS.values()),
        "emptyDeque": sys.getsizeof(deque(maxlen=12)),
        "fullDeque": sys.getsizeof(deque(range(12), maxlen=12)),
        "reader": sys.getsizeof(Reader()),
    }


def gained(clients: int) -> float:
    """Bytes for each request with so many different readers, once they have all been here."""
    workload.LOAD["clients"] = clients
    tracemalloc.start()
    load(4 * REQUESTS)
    gc.collect()
    before, _ = tracemalloc.get_traced_memory()
    load(REQUESTS)
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return round((after - before) / REQUESTS, 1)


def count() -> Counter[str]:
    gc.collect()
    return Counter(type(thing).__name__ for thing in gc.get_objects())


def types() -> dict[str, float]:
    before = count()
    load(REQUESTS)
    more = count() - before
    return {
        "readersPerRequest": round(more["Reader"] / REQUESTS, 2),
        "dequesPerRequest": round(more["deque"] / REQUESTS, 2),
        "requestsPerRequest": round(more["Request"] / REQUESTS, 2),
    }


def lines() -> dict[str, float | str]:
    tracemalloc.start()
    load(50)
    gc.collect()
    before = tracemalloc.take_snapshot()
    load(REQUESTS)
    gc.collect()
    after = tracemalloc.take_snapshot()
    tracemalloc.stop()
    top, *others = after.compare_to(before, "lineno")
    entry = next(line for line in others if source(line.traceback[0]) == "READERS[address] = Reader()")
    return {
        "topLine": source(top.traceback[0]),
        "topPerRequest": round(top.size_diff / REQUESTS, 1),
        "entryPerRequest": round(entry.size_diff / REQUESTS, 1),
    }


def source(frame: tracemalloc.Frame) -> str:
    return tracemalloc.Traceback(((frame.filename, frame.lineno),)).format()[-1].strip()
