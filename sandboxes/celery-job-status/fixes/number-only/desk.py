"""The web service: asks the workers for what takes long, and tells browsers what became of it."""

from typing import Any

from celery import Task
from celery.result import AsyncResult
from tasks import app, build_statement, send_reminder


def ask(task: Task, *args: Any) -> str:
    """Queue a job, and return the number under which one may look at it."""
    return task.delay(*args).id


def request_statement(customer: str, bookings: list[dict[str, int]]) -> str:
    """POST /statements: the browser gets the number, and looks every few seconds."""
    return ask(build_statement, customer, bookings)


def request_reminder(customer: str, amount: int) -> None:
    """POST /reminders: the browser is told that it is on its way, and no more."""
    ask(send_reminder, customer, amount)


def look(number: str) -> dict[str, Any]:
    """GET /jobs/<number>: the state of a job. With its end comes what came of it, and the browser stops looking."""
    result = AsyncResult(number, app=app)
    if not result.ready():
        return {"state": result.state}
    answer = {"state": result.state, "outcome": result.result if result.successful() else str(result.result)}
    # Redis need not keep it any longer.
    result.forget()
    return answer
