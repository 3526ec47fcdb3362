"""The figures that the lesson quotes."""

import gc
import os
import tracemalloc

from leaklab.live import load

# Every kind of event for every customer, twenty times.
EVENTS = 900


def alive(kind: type) -> int:
    gc.collect()
    return sum(issubclass(type(thing), kind) for thing in gc.get_objects())


def figures() -> dict[str, float | int | str]:
    from client import WebhookClient
    from tracking import Delivery, DeliveryTask

    load(EVENTS)
    before = alive(Delivery)
    load(EVENTS)
    more = alive(Delivery) - before
    tracemalloc.start()
    first = tracemalloc.take_snapshot()
    load(EVENTS)
    gc.collect()
    growth = tracemalloc.take_snapshot().compare_to(first, "lineno")
    tracemalloc.stop()
    own = [line for line in growth if os.path.basename(line.traceback[0].filename) == "tracking.py"]
    return {
        "clients": alive(WebhookClient),
        "taskObjects": alive(DeliveryTask),
        "recent": len(DeliveryTask.recent),
        "deliveriesPerEvent": more / EVENTS,
        "recordsNotGone": sum(record.statuses != [410] for record in DeliveryTask.in_flight.values()),
        "topFile": os.path.basename(growth[0].traceback[0].filename),
        "topBytesPerEvent": growth[0].size_diff / EVENTS,
        "ownBytesPerEvent": own[0].size_diff / EVENTS,
    }
