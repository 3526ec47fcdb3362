"""The figures that the lesson quotes."""

import gc
import os
import tracemalloc
from collections import Counter
from collections.abc import Iterable

from leaklab.live import load

EVENTS = 800


def counts() -> Counter[str]:
    gc.collect()
    return Counter(type(thing).__name__ for thing in gc.get_objects())


def distinct(things: Iterable[object]) -> int:
    return len({id(thing) for thing in things})


def figures() -> dict[str, float | int | str]:
    import deliveries
    from celery.worker.state import successful_requests
    from client import WebhookClient
    from tracking import DeliveryTask

    tasks = [task for task in deliveries.app.tasks.values() if isinstance(task, DeliveryTask)]
    load(EVENTS)
    before, kept_before = counts(), len(DeliveryTask.in_flight)
    load(EVENTS)
    more, kept = counts() - before, len(DeliveryTask.in_flight)
    tracemalloc.start()
    first = tracemalloc.take_snapshot()
    load(EVENTS)
    gc.collect()
    growth = tracemalloc.take_snapshot().compare_to(first, "lineno")
    tracemalloc.stop()
    own = [line for line in growth if os.path.basename(line.traceback[0].filename) == "tracking.py"]
    return {
        "events": EVENTS,
        "clients": sum(type(thing) is WebhookClient for thing in gc.get_objects()),
        "tasks": len(tasks),
        "taskObjects": sum(isinstance(thing, DeliveryTask) for thing in gc.get_objects()),
        "dicts": distinct(task.in_flight for task in tasks),
        "recent": len(DeliveryTask.recent),
        "customers": len(DeliveryTask.totals),
        "remembered": len(successful_requests),
        "moreObjects": sum(more.values()),
        "moreDeliveries": more["Delivery"],
        "deliveriesPerEvent": more["Delivery"] / EVENTS,
        "recordsPerEvent": (kept - kept_before) / EVENTS,
        "recordsNotGone": sum(record.statuses != [410] for record in DeliveryTask.in_flight.values()),
        "topFile": os.path.basename(growth[0].traceback[0].filename),
        "topBytesPerEvent": growth[0].size_diff / EVENTS,
        "ownBytesPerEvent": own[0].size_diff / EVENTS,
    }
