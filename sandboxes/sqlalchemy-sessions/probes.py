"""The figures that the lesson quotes, taken with the learner's own tools in the living program."""

import gc
import os
import tracemalloc

import previews
import workload
from models import Cafe, Order, engine
from sqlalchemy import create_engine, text
from sqlalchemy.exc import TimeoutError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from leaklab.live import load

REQUESTS = 300


def figures() -> dict[str, float | int | str]:
    size = engine.pool.size
    engine.pool_size, engine.max_overflow = 10, 0
    first = lengths()
    load(3 * REQUESTS)
    second = lengths()
    return {
        "requests": REQUESTS,
        **{f"{name}Before": value for name, value in first.items()},
        **{f"{name}After": value for name, value in second.items()},
        "poolSizeBefore": size,
        "poolSizeAfter": engine.pool.size,
        "open": len(workload.OPEN),
        "alive": alive(Order),
        "ordersPerRequest": orders_per_request(),
        **lines(),
        "loadedAndDropped": loaded_and_dropped(),
        "most": most_connections(),
        **texts(2_000),
    }


def lengths() -> dict[str, int]:
    gc.collect()
    return {
        "map": len(previews.SESSION.identity_map),
        "compiled": len(engine._compiled_cache),
        "connections": len(engine.pool._all_conns),
    }


def alive(kind: type) -> int:
    gc.collect()
    return sum(type(thing) is kind for thing in gc.get_objects())


def orders_per_request() -> float:
    before = alive(Order)
    load(REQUESTS)
    return round((alive(Order) - before) / REQUESTS, 2)


def lines() -> dict[str, float | str]:
    tracemalloc.start()
    load(50)
    gc.collect()
    before = tracemalloc.take_snapshot()
    load(REQUESTS)
    gc.collect()
    after = tracemalloc.take_snapshot()
    tracemalloc.stop()
    growth = after.compare_to(before, "lineno")
    own = next(line for line in growth if os.path.basename(line.traceback[0].filename) == "orders.py")
    return {
        "topFile": os.path.basename(growth[0].traceback[0].filename),
        "topPerRequest": round(growth[0].size_diff / REQUESTS),
        "ownLine": tracemalloc.Traceback(((own.traceback[0].filename, own.traceback[0].lineno),)).format()[-1].strip(),
        "ownPerRequest": round(own.size_diff / REQUESTS),
    }


def loaded_and_dropped() -> int:
    """The length of an identity map through which all cafés have passed."""
    with Session(engine) as session:
        for number in range(1, workload.CAFES + 1):
            session.get(Cafe, number)
        return len(session.identity_map)


def most_connections() -> int:
    pooled = create_engine("sqlite://", poolclass=QueuePool, pool_timeout=0)
    held = []
    try:
        while True:
            held.append(pooled.connect())
    except TimeoutError:
        return len(held)
    finally:
        for connection in held:
            connection.close()
        pooled.dispose()


def texts(count: int) -> dict[str, int]:
    """The compiled cache, while each statement has another text."""
    seen = []
    with engine.connect() as connection:
        for number in range(count):
            connection.execute(text(f"select {number}"))
            seen.append(len(engine._compiled_cache))
    return {"texts": count, "cacheMost": max(seen), "cacheLeast": min(seen[count // 2 :])}
