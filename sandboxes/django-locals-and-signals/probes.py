"""The figures that the lesson quotes, taken with the learner's own tools in the living program."""

import gc
import tracemalloc
from collections import Counter
from types import FunctionType

import audit
import workload

from leaklab.live import load

REQUESTS = 200


def figures() -> dict[str, float | int | str]:
    early, late = called(0), called(500)
    return {
        "requests": REQUESTS,
        **types(),
        "writePerRequest": writes(),
        **lines(),
        "noErrors": receivers(0),
        "onlyErrors": receivers(100),
        "calledEarly": early,
        "calledLate": late,
        "notes": len(audit.CURRENT.notes),
        "locals": len(vars(audit.CURRENT)),
    }


def count() -> Counter[str]:
    gc.collect()
    return Counter(type(thing).__name__ for thing in gc.get_objects())


def types() -> dict[str, float]:
    load(REQUESTS)
    before = count()
    load(REQUESTS)
    more = count() - before
    kinds = ("function", "cell", "tuple", "dict", "list", "WSGIRequest", "local")
    return {f"{kind}PerRequest": round(more[kind] / REQUESTS, 2) for kind in kinds}


def writes() -> float:
    before = Counter(names())["write"]
    load(REQUESTS)
    return (Counter(names())["write"] - before) / REQUESTS


def names() -> list[str]:
    gc.collect()
    return [thing.__name__ for thing in gc.get_objects() if type(thing) is FunctionType]


def receivers(errors: int) -> float:
    """Receivers more for each request, with so many errors in a hundred."""
    workload.LOAD["errors"] = errors
    before = len(audit.request_finished.receivers)
    load(REQUESTS)
    workload.LOAD["errors"] = 15
    return (len(audit.request_finished.receivers) - before) / REQUESTS


def called(after: int) -> int:
    """How many functions are called when the next request has finished, so many requests on."""
    load(after)
    return len(audit.request_finished.receivers) + 1


def lines() -> dict[str, float | str]:
    tracemalloc.start()
    load(50)
    gc.collect()
    before = tracemalloc.take_snapshot()
    load(REQUESTS)
    gc.collect()
    after = tracemalloc.take_snapshot()
    tracemalloc.stop()
    changes = after.compare_to(before, "lineno")
    top = changes[0]
    made = next(change for change in changes if source(change.traceback[0]).startswith("def write("))
    own = made.traceback[0].filename
    entered = [change.size_diff for change in changes if change.traceback[0].filename.endswith("dispatcher.py")]
    return {
        "topFile": top.traceback[0].filename.rpartition("/")[2],
        "topPerRequest": round(top.size_diff / REQUESTS, 1),
        "madePerRequest": round(made.size_diff / REQUESTS, 1),
        "ownPerRequest": round(sum(c.size_diff for c in changes if c.traceback[0].filename == own) / REQUESTS, 1),
        "enteredPerRequest": round(sum(entered) / REQUESTS, 1),
        "allPerRequest": round(sum(change.size_diff for change in changes) / REQUESTS, 1),
    }


def source(frame: tracemalloc.Frame) -> str:
    return tracemalloc.Traceback(((frame.filename, frame.lineno),)).format()[-1].strip()
