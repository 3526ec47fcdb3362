"""The web service: asks the workers for what takes long, and tells browsers what became of it."""

import time
from typing import Any

from celery import Task
from celery.result import AsyncResult
from tasks import build_statement, send_reminder

# As long as a browser may take to come back, in seconds.
KEPT = 60.0
# Each with the time when it was asked for, the oldest first.
jobs: dict[str, tuple[float, AsyncResult]] = {}


def ask(task: Task, *args: Any) -> str:
    """Queue a job, and return the number under which one may look at it."""
    let_go()
    result = task.delay(*args)
    jobs[result.id] = (time.monotonic(), result)
    return result.id


def let_go() -> None:
    """Of all that nobody can come back for any more, whatever became of it."""
    over = time.monotonic() - KEPT
    while jobs and next(iter(jobs.values()))[0] < over:
        _, result = jobs.pop(next(iter(jobs)))
        result.forget()


def request_statement(customer: str, bookings: list[dict[str, int]]) -> str:
    """POST /statements: the browser gets the number, and looks every few seconds."""
    return ask(build_statement, customer, bookings)


def request_reminder(customer: str, amount: int) -> None:
    """POST /reminders: the browser is told that it is on its way, and no more."""
    ask(send_reminder, customer, amount)


def look(number: str) -> dict[str, Any]:
    """GET /jobs/<number>: the state of a job. With its end comes what came of it, and the browser stops looking."""
    _, result = jobs[number]
    if not result.ready():
        return {"state": result.state}
    answer = {"state": result.state, "outcome": result.result if result.successful() else str(result.result)}
    del jobs[number]
    # Redis need not keep it either.
    result.forget()
    return answer
