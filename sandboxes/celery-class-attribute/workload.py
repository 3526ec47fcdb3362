"""One unit is one event: published to every endpoint of its customer, and worked off by Celery's own worker."""

from collections.abc import Iterator
from itertools import repeat
from queue import Empty
from types import CodeType
from typing import Any

from billiard.einfo import Traceback
from celery.worker import WorkController
from celery.worker.consumer import Consumer
from celery.worker.state import successful_requests
from customers import SUBSCRIPTIONS
from deliveries import app, publish
from kombu.asynchronous.timer import Timer

CUSTOMERS = list(SUBSCRIPTIONS)
KINDS = ["order.placed", "order.paid", "order.shipped", "order.returned", "digest"]
# What a buyer got in writing. They are of one length, so that every record weighs the same.
RECEIPTS = ["\n".join(f"1 x sku-{(first + n) % 40:02} {n + 9.75:10.2f}" for n in range(300)) for first in range(7)]


class BriefCode:
    """
    What a traceback says of a frame's code. Billiard would also copy the place of each of its instructions, thousands
    in Celery's, which nobody reads here; that takes most of the time of a failure.
    """

    def __init__(self, code: CodeType) -> None:
        self.co_filename, self.co_name = code.co_filename, code.co_name

    def co_positions(self) -> Iterator[tuple[None, None, None, None]]:
        return repeat((None, None, None, None))


class Ready(BaseException):
    """Leaves the worker's start where its consumer is set up and would begin to wait."""


class SteppedConsumer(Consumer):
    """Celery's consumer; instead of waiting in a loop, it works off what is there and returns."""

    def loop(self, _: Any, connection: Any, consumer: Any, blueprint: Any, hub: Any, qos: Any, *rest: Any) -> None:
        consumer.on_message = self.create_task_handler()
        consumer.consume()
        self.on_ready()
        self.connection_in_use, self.qos_in_use = connection, qos
        raise Ready

    def step(self) -> None:
        while True:
            self.perform_pending_operations()
            if self.qos_in_use.prev != self.qos_in_use.value:
                self.qos_in_use.update()
            try:
                self.connection_in_use.drain_events(timeout=0)
            except (Empty, TimeoutError):
                return


def start_worker() -> WorkController:
    """A solo worker without threads, because a browser page has none."""
    worker = WorkController(
        app=app,
        pool="solo",
        concurrency=1,
        hostname="worker@page",
        consumer_cls=SteppedConsumer,
        timer_cls=Timer,
        use_eventloop=False,
        without_gossip=True,
        without_heartbeat=True,
        without_mingle=True,
    )
    try:
        worker.blueprint.start(worker)
    except Ready:
        return worker
    raise RuntimeError("The worker ended instead of becoming ready.")


def work_off(worker: WorkController) -> None:
    """Carry out every message that is queued, and every retry as if its countdown were over."""
    worker.consumer.step()
    while waiting := worker.timer.queue:
        worker.timer.clear()
        for scheduled in waiting:
            worker.timer.apply_entry(scheduled.entry)
        worker.consumer.step()


def event_of(i: int) -> tuple[str, dict[str, Any]]:
    """The customer and the event of unit `i`: a new id each time, few kinds, and repeated goods and receipts."""
    return CUSTOMERS[i % len(CUSTOMERS)], {
        "id": f"evt-{i:07}",
        "kind": KINDS[i // len(CUSTOMERS) % len(KINDS)],
        "receipt": RECEIPTS[i % len(RECEIPTS)],
        "lines": [{"sku": f"sku-{(i + n) % 40:02}", "count": n + 1} for n in range(2)],
    }


Traceback.Frame.Code = BriefCode
# Nobody sends this worker commands, and nobody reads arguments in its messages: it need not look out or write for them.
app.conf.update(worker_enable_remote_control=False, task_repr_maxlevels=1)

# As CELERY_WORKER_SUCCESSFUL_MAX would: Celery remembers the last 1,000 successes, and a hundred are full sooner.
successful_requests.maxlen = 100

WORKER = start_worker()


def run(i: int) -> None:
    publish(*event_of(i))
    work_off(WORKER)


# One event of each kind for each customer, because the first retry or failure of a worker makes what stays for good.
for early in range(-len(CUSTOMERS) * len(KINDS), 0):
    run(early)
