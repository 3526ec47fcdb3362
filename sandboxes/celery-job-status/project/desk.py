"""The web service: asks the workers for what takes long, and tells browsers what became of it."""

from typing import Any

from celery import Task
from celery.result import AsyncResult
from tasks import build_statement, send_reminder

jobs: dict[str, AsyncResult] = {}


def ask(task: Task, *args: Any) -> str:
    """Queue a job, and return the number under which one may look at it."""
    result = task.delay(*args)
    jobs[result.id] = result
    return result.id


def request_statement(customer: str, bookings: list[dict[str, int]]) -> str:
    """POST /statements: the browser gets the number, and looks every few seconds."""
    return ask(build_statement, customer, bookings)


def request_reminder(customer: str, amount: int) -> None:
    """POST /reminders: the browser is told that it is on its way, and no more."""
    ask(send_reminder, customer, amount)


def look(number: str) -> dict[str, Any]:
    """GET /jobs/<number>: the state of a job. With its end comes what came of it, and the browser stops looking."""
    result = jobs[number]
    if not result.ready():
        return {"state": result.state}
    answer = {"state": result.state, "outcome": result.result if result.successful() else str(result.result)}
    del jobs[number]
    # Redis need not keep it either.
    result.forget()
    return answer
