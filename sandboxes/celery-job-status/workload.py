"""
One unit is one job: a statement that a browser asks for and looks at, or a reminder. Celery's own worker does the work,
in this one process with the web service.
"""

import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import repeat
from queue import Empty
from types import CodeType
from typing import Any, NamedTuple

import desk
from billiard.einfo import Traceback
from celery.backends.cache import DummyClient
from celery.result import allow_join_result
from celery.signals import task_failure, task_internal_error
from celery.worker import WorkController
from celery.worker.consumer import Consumer
from celery.worker.state import successful_requests
from kombu.asynchronous.timer import Timer
from tasks import app

# What can be turned: customers at one time, reminders among a hundred jobs, and browsers of a hundred closed too early.
LOAD = {"clients": 12, "reminders": 60, "closed": 20}
# Seconds from one job to the next.
PAUSE = 4.0
# A browser that was left open comes back so many jobs later, which is within a minute.
LATER = 14


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
    """Carry out every message that is queued, and whatever else is due."""
    worker.consumer.step()
    for _, due in worker.timer:
        if due is None:
            break
        worker.timer.apply_entry(due)
        worker.consumer.step()
    # The channel would forget what was acknowledged only when the next message comes.
    worker.consumer.task_consumer.channel.qos._flush()


class Look(NamedTuple):
    """What a browser was told of the job that it asked for in unit `unit`."""

    unit: int
    answer: dict[str, Any]


# What browsers were told in this unit.
LOOKS: list[Look] = []
# The numbers of jobs that somebody will come back for, by unit.
LEFT_OPEN: dict[int, Any] = {}


def share(i: int, name: str) -> int:
    """How many of the first `i` are of the kind that `name` gives the share of."""
    return i * LOAD[name] // 100


def is_reminder(i: int) -> bool:
    return share(i + 1, "reminders") > share(i, "reminders")


def statement_number(i: int) -> int:
    return i - share(i, "reminders")


def is_closed(i: int) -> bool:
    """Whether the browser that asks for this statement is closed before it is built."""
    number = statement_number(i)
    return share(number + 1, "closed") > share(number, "closed")


def is_left_open(i: int) -> bool:
    """Whether somebody asks for this statement, goes away, and comes back for it."""
    return not is_reminder(i) and not is_closed(i) and statement_number(i) % 5 == 2


def customer_of(i: int) -> str:
    """So many at one time, and others in their place after a while."""
    clients = LOAD["clients"]
    return f"customer-{i // (5 * clients) * clients + i % clients:06}"


def amount_of(i: int) -> int:
    return 10 + i % 90


def bookings_of(i: int) -> list[dict[str, int]]:
    """What was booked; in one of seven statements something that cannot be."""
    bookings = [{"count": (i + n) % 7, "price": (i + n) % 40 + 5} for n in range(3)]
    if statement_number(i) % 7 == 3:
        bookings[1]["count"] = -1
    return bookings


# What a task fell over last, and Celery stored or logged.
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
    """What the task of job `i` fell over."""
    return FALLS.pop() if FALLS else None


Traceback.Frame.Code = BriefCode
# Nobody sends this worker commands, and nobody reads arguments in its messages: it need not look out or write for them.
app.conf.update(worker_enable_remote_control=False, task_repr_maxlevels=1)

# The load moves time on: a countdown is counted by its clock.
app.now = lambda: datetime.fromtimestamp(time.time(), UTC)

# As CELERY_WORKER_SUCCESSFUL_MAX would: Celery remembers the last 1,000 successes, and fifty are full sooner.
successful_requests.maxlen = 50
# Redis is another process, and drops a result once it has expired. Its stand-in drops the oldest of so many.
DummyClient().cache.limit = 20

WORKER = start_worker()


def look(unit: int, number: Any) -> None:
    """
    What the browser gets; as a web framework would, answer with 500 where the program raises. Only in this process is
    the web service told that it is a worker and must not wait for results.
    """
    try:
        with allow_join_result():
            answer = desk.look(number)
    except Exception as error:
        FALLS[:] = [error]
        answer = {"error": 500}
    LOOKS.append(Look(unit, answer))


def run(i: int) -> None:
    LOOKS.clear()
    if i - LATER in LEFT_OPEN:
        look(i - LATER, LEFT_OPEN.pop(i - LATER))
    if is_reminder(i):
        desk.request_reminder(customer_of(i), amount_of(i))
        work_off(WORKER)
    else:
        number = desk.request_statement(customer_of(i), bookings_of(i))
        look(i, number)
        work_off(WORKER)
        if is_left_open(i):
            LEFT_OPEN[i] = number
        elif not is_closed(i):
            look(i, number)
    time.sleep(PAUSE)


# Jobs of each kind, because a worker's first success and failure make what stays for good. What goes wrong with them
# goes wrong again under load, and is told then.
for early in range(-50, 0):
    with suppress(Exception):
        run(early)
LEFT_OPEN.clear()
