"""The figures that the lesson quotes."""

import gc
import os
import tracemalloc

from leaklab.live import load

# Each kind of job, and each way in which a browser behaves, many times over.
JOBS = 500


def alive(kind: type) -> int:
    gc.collect()
    return sum(issubclass(type(thing), kind) for thing in gc.get_objects())


def figures() -> dict[str, float | int | str]:
    import desk
    from celery import Celery
    from celery.backends.cache import CacheBackend
    from celery.result import AsyncResult

    load(JOBS)
    before = alive(AsyncResult)
    load(JOBS)
    handles = (alive(AsyncResult) - before) / JOBS
    # What Celery remembers of its latest tasks is replaced meanwhile, and would look like growth.
    tracemalloc.start()
    load(JOBS)
    gc.collect()
    first = tracemalloc.take_snapshot()
    load(JOBS)
    gc.collect()
    growth = tracemalloc.take_snapshot().compare_to(first, "lineno")
    tracemalloc.stop()
    top = max(growth, key=lambda line: line.size_diff)
    kept = list(desk.jobs.values())
    ignored = [handle for handle in kept if handle.ignored]
    read_before = sum(handle._cache is not None for handle in kept)
    for handle in kept:
        handle.ready()
    return {
        "backends": alive(CacheBackend),
        "handlesPerJob": handles,
        "ignored": len(ignored),
        "ignoredReady": sum(handle.ready() for handle in ignored),
        "readBefore": read_before,
        "readAfter": sum(handle._cache is not None for handle in kept),
        "expiresAfterHours": Celery().conf.result_expires.total_seconds() / 3600,
        "topFile": os.path.basename(top.traceback[0].filename),
        "topBytesPerJob": top.size_diff / JOBS,
    }
