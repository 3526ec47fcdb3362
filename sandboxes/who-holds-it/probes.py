"""The figures that the lesson quotes, taken with the learner's own tools in the living program."""

import atexit
import gc
import linecache
import sys
import tracemalloc
from collections.abc import Callable
from typing import Any

import desk
import objgraph
import pace
from mailing import Mailing

from leaklab.live import load

ORDERS = 400


class Draft:
    """Something to make and to drop."""


def figures() -> dict[str, float | int | str]:
    return {"orders": ORDERS, **growth(), **peak(), **holders(), **own(), **unseen(), **lines()}


def reference_of(one: Mailing) -> str:
    return one.reference


def oldest() -> Mailing:
    return min(objgraph.by_type("Mailing"), key=reference_of)


def newest() -> Mailing:
    return max(objgraph.by_type("Mailing"), key=reference_of)


def referrers(pick: Callable[[], object]) -> int:
    return len(gc.get_referrers(pick()))


def path(thing: object) -> list[Any]:
    return objgraph.find_backref_chain(thing, objgraph.is_proper_module)


def increase(name: str) -> int:
    return sum(more for kind, _, more in objgraph.growth(limit=None) if kind == name)


def growth() -> dict[str, int]:
    increase("Mailing")
    load(ORDERS)
    return {
        "more": increase("Mailing"),
        "alive": objgraph.count("Mailing"),
        "underWay": len(desk.UNDER_WAY),
        "latest": len(desk.LATEST),
        "indexed": len(desk.BY_REFERENCE),
        "told": len(pace.PACE.listeners),
    }


def peak() -> dict[str, int]:
    """What growth() says of 500 that are made, dropped, and made again in other numbers."""
    increase("Draft")
    found = {}
    for step, count in (("first", 500), ("dropped", 0), ("again", 400), ("most", 650)):
        kept = [Draft() for _ in range(count)]
        found[f"{step}Drafts"] = increase("Draft")
        del kept
    return found


def holders() -> dict[str, str | int]:
    return {
        "seenOfOldest": referrers(oldest),
        "seenOfNewest": referrers(newest),
        "steps": len(path(oldest())) - 1,
        "end": path(oldest())[0].__name__,
    }


def own() -> dict[str, str | int]:
    """What a learner's own names add, at the top of a file and in a list or a generator."""
    main = vars(sys.modules["__main__"])
    main["old"] = oldest()
    first = path(main["old"])[0].__name__
    del main["old"]
    listed = objgraph.by_type("Mailing")
    with_list = referrers(oldest)
    del listed
    some = (thing for thing in gc.get_objects() if type(thing) is Mailing)
    with_generator = referrers(lambda: next(some))
    return {
        "firstOfOwn": first,
        "seenWithList": with_list,
        "seenWithGenerator": with_generator,
    }


def unseen() -> dict[str, int]:
    """Where the count of references is higher than the number of referrers, and what nobody can see."""
    one = oldest()
    gc.collect()
    count, seen = sys.getrefcount(one), len(gc.get_referrers(one))
    gc.freeze()
    frozen = len(gc.get_referrers(one))
    gc.unfreeze()
    draft = Draft()
    atexit.register(print, draft)
    steps = len(path(draft)) - 1
    atexit.unregister(print)
    return {"count": count, "seen": seen, "seenFrozen": frozen, "stepsOfAtexit": steps}


def lines() -> dict[str, str | float]:
    """What tracemalloc says: the line that gains the most, the one that makes mailings, the one that stores."""
    tracemalloc.start()
    load(50)
    gc.collect()
    before = tracemalloc.take_snapshot()
    load(ORDERS)
    gc.collect()
    after = tracemalloc.take_snapshot()
    tracemalloc.stop()
    growth = after.compare_to(before, "lineno")

    def per_order(text: str) -> float:
        return round(sum(line.size_diff for line in growth if source(line) == text) / ORDERS, 1)

    return {
        "topFile": growth[0].traceback[0].filename.rpartition("/")[2],
        "topBytes": round(growth[0].size_diff / ORDERS, 1),
        "madeBytes": per_order("mailing = Mailing(reference, letter, addresses)"),
        "storedBytes": per_order("self.listeners.append(listener)"),
    }


def source(line: tracemalloc.StatisticDiff) -> str:
    frame = line.traceback[0]
    return linecache.getline(frame.filename, frame.lineno).strip()
