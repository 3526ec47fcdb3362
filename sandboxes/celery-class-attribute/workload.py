"""One unit is one event: published to every endpoint of its customer, and worked off by Celery's own worker."""

from queue import Empty
from typing import Any

from celery.worker import WorkController
from celery.worker.consumer import Consumer
from celery.worker.state import successful_requests
from deliveries import app, publish
from kombu.asynchronous.timer import Timer

CUSTOMERS = ["acme", "cedar", "birch", "dune", "elm", "fern", "gale", "heath", "iris"]
KINDS = ["order.placed", "order.paid", "order.shipped", "order.returned", "digest"]


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
    """The customer and the event of unit `i`: a new id each time, few kinds, and repeated goods."""
    return CUSTOMERS[i % 9], {
        "id": f"evt-{i:07}",
        "kind": KINDS[i // 9 % 5],
        "lines": [{"sku": f"sku-{(i + n) % 40:02}", "count": n + 1} for n in range(2)],
    }


# As CELERY_WORKER_SUCCESSFUL_MAX would: Celery remembers the last 1,000 successes, and a hundred are full sooner.
successful_requests.maxlen = 100

WORKER = start_worker()


def run(i: int) -> None:
    publish(*event_of(i))
    work_off(WORKER)


# One event of each kind for each customer, because the first retry or failure of a worker makes what stays for good.
for early in range(-len(CUSTOMERS) * len(KINDS), 0):
    run(early)
