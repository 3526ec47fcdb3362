"""The figures that the lesson quotes, taken with the learner's own tools in the living program."""

import gc
import os
import tracemalloc
from collections import Counter

import memory
from fastapi import APIRouter, FastAPI
from pympler.asizeof import asizeof
from settings import MEMORY_TOKEN
from workload import LOAD, request

from leaklab.live import load

NOTICES = 400


def figures() -> dict[str, float | int | str]:
    return {"notices": NOTICES, "every": LOAD["every"], **by_router(), **by_type(), **unseen(), **in_order()}


def by_router() -> dict[str, float | int | str]:
    """What the router says of itself."""
    load(NOTICES)
    latest = len(memory.SNAPSHOTS)
    answer = request("GET", "/memory/growth", MEMORY_TOKEN, {"since": latest - NOTICES // LOAD["every"], "most": 50})
    top = next(row for row in answer.body if "boards.py" in row["line"])
    own = [row["bytes"] for row in answer.body if "memory.py" in row["line"]]
    return {
        "topLine": os.path.basename(top["line"]),
        "topBytes": top["bytes"],
        "ownBytes": sum(own),
    }


def by_type() -> dict[str, float]:
    def count() -> Counter[str]:
        gc.collect()
        return Counter(type(thing).__name__ for thing in gc.get_objects())

    before = count()
    load(NOTICES)
    return {"snapshotsMore": (count() - before)["Snapshot"]}


def unseen() -> dict[str, int]:
    """One more snapshot: what it takes, and how much of that tracemalloc traces."""
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    one = tracemalloc.take_snapshot().filter_traces(memory.OURS)
    gc.collect()
    traced = tracemalloc.get_traced_memory()[0] - before
    return {"snapshotBytes": asizeof(one), "snapshotBlocks": len(one.traces), "snapshotTraced": traced}


def in_order() -> dict[str, str]:
    """Two routes of which one could mean the other: which of them answers?"""
    router, app = APIRouter(), FastAPI()

    @router.get("/memory/{action}")
    async def act(action: str) -> str:
        return "the first"

    @router.get("/memory/snapshot")
    async def snapshot() -> str:
        return "the second"

    app.include_router(router)
    matching = [route.name for route in router.routes if route.path_regex.match("/memory/snapshot")]  # type: ignore[attr-defined]
    return {"answering": matching[0]}
