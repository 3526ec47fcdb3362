"""What the workers do: build statements, and send reminders to who has not paid."""

import mail
from celery import Celery

app = Celery("billing", broker="memory://", backend="cache+memory://")
app.conf.result_expires = 60


class StatementError(Exception):
    """What was booked makes no statement."""


@app.task(throws=(StatementError,))
def build_statement(customer: str, bookings: list[dict[str, int]]) -> dict[str, int]:
    """What a customer has used, and what it comes to."""
    if any(booking["count"] < 0 for booking in bookings):
        raise StatementError(f"{customer} has bookings below zero")
    total = sum(booking["count"] * booking["price"] for booking in bookings)
    return {"lines": len(bookings), "total": total}


# Nobody reads what it returns, so it is not stored: Redis was once full of it.
@app.task(ignore_result=True)
def send_reminder(customer: str, amount: int) -> str:
    """The mail server's answer, for the worker's log."""
    return mail.send(f"{customer}@customers.example", f"{amount} EUR are due")
