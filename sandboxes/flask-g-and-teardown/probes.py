"""The figures that the lesson quotes, taken with the learner's own tools in the living program."""

import gc
import os
import tempfile
import tracemalloc
import warnings
from collections import Counter
from collections.abc import Callable, Iterator

import workload
from app import app, forget
from flask import Flask, Response, g, stream_with_context
from workload import Download, Sent

from leaklab.live import load

REQUESTS = 500
FILES = 200
# A byte more or less for each request is none that stays.
ROUND = 20


def figures() -> dict[str, float | int | str]:
    return {
        "requests": REQUESTS,
        **without_pop(),
        **without_clients_that_go(),
        **types(),
        **lines(),
        **files(),
        **teardowns(),
        **long_context(),
    }


def traced(work: Callable[[], object], times: int = REQUESTS) -> float:
    """Bytes that stay for each of so many requests."""
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    work()
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return round((after - before) / times / ROUND) * ROUND


def without_pop() -> dict[str, float]:
    """What stays when g is popped in the teardown, and when nobody does; a few hundred requests of the same kinds."""
    functions = app.teardown_request_funcs[None]
    with_pop = traced(lambda: load(4 * REQUESTS), 4 * REQUESTS)
    functions.remove(forget)
    without = traced(lambda: load(4 * REQUESTS), 4 * REQUESTS)
    functions.append(forget)
    return {"withPop": with_pop, "withoutPop": without}


def without_clients_that_go() -> dict[str, float]:
    found = {}
    for name, share in (("noneGone", 0), ("allGone", 100)):
        workload.LOAD["gone"] = share
        found[name] = traced(lambda: load(4 * REQUESTS), 4 * REQUESTS)
    workload.LOAD["gone"] = 20
    return found


def count() -> Counter[str]:
    gc.collect()
    return Counter(type(thing).__name__ for thing in gc.get_objects())


def types() -> dict[str, float]:
    before = count()
    load(REQUESTS)
    more = count() - before
    return {
        "exportsPerRequest": round(more["Export"] / REQUESTS, 2),
        "functionsPerRequest": round(more["function"] / REQUESTS, 2),
        "gPerRequest": round(more["_AppCtxGlobals"] / REQUESTS, 2),
        "requestsAlivePerRequest": round(more["Request"] / REQUESTS, 2),
        "responsesPerRequest": round(more["Response"] / REQUESTS, 2),
    }


def lines() -> dict[str, float | str]:
    tracemalloc.start(10)
    load(50)
    gc.collect()
    before = tracemalloc.take_snapshot()
    load(REQUESTS)
    gc.collect()
    after = tracemalloc.take_snapshot()
    tracemalloc.stop()
    by_line = after.compare_to(before, "lineno")
    first = after.compare_to(before, "traceback")[0].traceback
    own = [frame for frame in first if frame.filename.endswith("exports.py")]
    entries = sum(line.size_diff for line in by_line if line.traceback[0].filename.endswith("contextlib.py"))
    return {
        "topFile": by_line[0].traceback[0].filename.rpartition("/")[2],
        "topPerRequest": round(by_line[0].size_diff / REQUESTS),
        "calledFrom": source(own[-1]),
        "entryPerRequest": round(entries / REQUESTS),
    }


def source(frame: tracemalloc.Frame) -> str:
    return tracemalloc.Traceback(((frame.filename, frame.lineno),)).format()[-1].strip()


def open_files() -> int:
    found = 0
    for number in range(1024):
        try:
            os.fstat(number)
        except OSError:
            continue
        found += 1
    return found


def files() -> dict[str, int]:
    """Open files after so many requests, and after temporary files that nobody closed and nobody kept."""
    before = open_files()
    load(REQUESTS)
    kept = open_files() - before
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", ResourceWarning)
        before = open_files()
        for _ in range(FILES):
            tempfile.TemporaryFile().write(b"readings")  # noqa: SIM115 - the point of it
        dropped = open_files() - before
    return {
        "filesKept": kept,
        "careless": FILES,
        "carelessOpen": dropped,
        "carelessWarnings": len(told),
        "openFile": buffered(),
    }


def buffered() -> int:
    """Bytes of a temporary file that is open and empty, with the buffer that Python gives it."""
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    with tempfile.TemporaryFile():
        after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return after - before


def teardowns() -> dict[str, int]:
    """How often teardown_request has run when the first piece comes, and in all, without the context and with it."""
    ran: list[str] = []
    probe = Flask("probe")
    probe.teardown_request(lambda error: ran.append("teardown"))

    def pieces() -> Iterator[str]:
        ran.append("piece")
        yield "piece"

    probe.get("/plain")(lambda: Response(pieces()))
    probe.get("/context", endpoint="context")(lambda: Response(stream_with_context(pieces())))
    found = {}
    real, workload.app = workload.app, probe
    for name in ("plain", "context"):
        ran.clear()
        download = Download(Sent(0, "GET", f"/{name}"))
        download.take(None)
        download.hang_up()
        found[f"{name}Before"] = ran.index("piece")
        found[f"{name}Teardowns"] = ran.count("teardown")
    workload.app = real
    return found


def long_context() -> dict[str, float]:
    """Bytes on g for each of many jobs in one context, and what is left of them when it ends."""

    def jobs() -> None:
        for number in range(REQUESTS):
            if "done" not in g:
                g.done = []
            g.done.append(f"house {number} was read by the nightly job")

    def in_one_context() -> None:
        with app.app_context():
            jobs()
            inside.append(tracemalloc.get_traced_memory()[0])

    inside: list[int] = []
    left = traced(in_one_context)
    return {"longContext": round(inside[0] / REQUESTS), "longContextLeft": left}
