"""
One unit is one event: published to every endpoint of its customer, and worked off by Celery's own worker. A retry waits
for its countdown while later events come and go.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import repeat
from queue import Empty
from types import CodeType
from typing import Any

from billiard.einfo import Traceback
from celery.signals import task_failure, task_internal_error
from celery.worker import WorkController
from celery.worker.consumer import Consumer
from celery.worker.state import successful_requests
from customers import SUBSCRIPTIONS
from deliveries import app, publish
from kombu.asynchronous.timer import Timer

# What can be turned: how many customers there are, and how many events of a hundred not every server is up to.
LOAD = {"clients": 12, "errors": 40}
CUSTOMERS = list(SUBSCRIPTIONS)
KINDS = ["order.placed", "order.paid", "order.shipped", "order.returned", "digest"]
# Of these kinds, the last are what some servers cannot take.
EASY = 3
# What a buyer got in writing, for all but a return. They are of one length, so that every record weighs the same.
RECEIPTS = ["\n".join(f"1 x sku-{(first + n) % 40:02} {n + 9.75:10.2f}" for n in range(360)) for first in range(7)]


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
    """Carry out every message that is queued, and every retry whose countdown is over."""
    worker.consumer.step()
    for _, due in worker.timer:
        if due is None:
            break
        worker.timer.apply_entry(due)
        worker.consumer.step()
    # The channel would forget what was acknowledged only when the next message comes.
    worker.consumer.task_consumer.channel.qos._flush()


def drain() -> None:
    """Let time pass until no retry waits any more."""
    while waiting := WORKER.timer.queue:
        time.sleep(max(0.0, waiting[0].eta - time.monotonic()))
        work_off(WORKER)


def kind_of(round: int) -> int:
    share = LOAD["errors"]
    if share == 40:
        return round % len(KINDS)
    demanding = (round + 1) * share // 100
    return EASY + demanding % 2 if demanding > round * share // 100 else round % EASY


def event_of(i: int) -> tuple[str, dict[str, Any]]:
    """The customer and the event of unit `i`: a new id each time, few kinds, and repeated goods and receipts."""
    customers, kind = LOAD["clients"], KINDS[kind_of(i // LOAD["clients"])]
    return CUSTOMERS[i % customers], {
        "id": f"evt-{i:07}",
        "kind": kind,
        "receipt": "" if kind == "order.returned" else RECEIPTS[i % len(RECEIPTS)],
        "lines": [{"sku": f"sku-{(i + n) % 40:02}", "count": n + 1} for n in range(2)],
    }


# What a task, or one of its hooks, fell over last, and Celery stored or logged.
FALLS: list[BaseException] = []


@task_failure.connect
def note_failure(sender: Any, exception: BaseException, **_: Any) -> None:
    # What a task says that it throws is a part of its work.
    if not isinstance(exception, sender.throws or ()):
        FALLS[:] = [exception]


@task_internal_error.connect
def note_fall(exception: BaseException, **_: Any) -> None:
    FALLS[:] = [exception]


def failed(i: int) -> BaseException | None:
    """What a task of event `i`, or a retry of an earlier one, fell over."""
    return FALLS.pop() if FALLS else None


Traceback.Frame.Code = BriefCode
# Nobody sends this worker commands, and nobody reads arguments in its messages: it need not look out or write for them.
app.conf.update(worker_enable_remote_control=False, task_repr_maxlevels=1)

# The load moves time on: a countdown is counted by its clock.
app.now = lambda: datetime.fromtimestamp(time.time(), UTC)

# As CELERY_WORKER_SUCCESSFUL_MAX would: Celery remembers the last 1,000 successes, and a hundred are full sooner.
successful_requests.maxlen = 100

WORKER = start_worker()


def run(i: int) -> None:
    publish(*event_of(i))
    work_off(WORKER)


# One event of each kind for each customer, because the first retry or failure of a worker makes what stays for good.
EARLY = range(-len(CUSTOMERS) * len(KINDS), 0)
for early in EARLY:
    run(early)
    time.sleep(0.1)
drain()
