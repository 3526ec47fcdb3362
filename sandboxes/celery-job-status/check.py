"""What browsers, customers and the team that looks after Redis rely on."""

from typing import Any

import mail
from celery.signals import after_task_publish
from tasks import app
from workload import (
    LATER,
    LOOKS,
    amount_of,
    bookings_of,
    customer_of,
    is_closed,
    is_left_open,
    is_reminder,
)

sent: list[tuple[str, str]] = []
# The ids of tasks that were published in this unit, and of those that somebody will come back for, by unit.
published: list[str] = []
to_come: dict[int, list[str]] = {}


@after_task_publish.connect
def note_id(headers: dict[str, Any], **_: Any) -> None:
    published.append(headers["id"])


def before() -> None:
    send = mail.send

    def watched(address: str, text: str) -> str:
        sent.append((address, text))
        return send(address, text)

    mail.send = watched


def during(i: int) -> None:
    if is_reminder(i):
        check_reminder(i)
    else:
        check_statement(i)
    if i >= LATER and is_left_open(i - LATER):
        check_late(i - LATER)
    sent.clear()
    published.clear()


def check_reminder(i: int) -> None:
    letter = (f"{customer_of(i)}@customers.example", f"{amount_of(i)} EUR are due")
    assert sent == [letter], f"Job {i}, a reminder, must send the letter {letter} once, and sent {sent}."
    for id in published:
        assert not stored(id), "Of a reminder nothing must be in the result store, and its result is there."


def check_statement(i: int) -> None:
    assert not sent, f"A statement must send no letter, and job {i} sent {sent}."
    answers = [answer for unit, answer in LOOKS if unit == i]
    pending = {"state": "PENDING"}
    assert answers[0] == pending, (
        f"Before its statement is built, a browser must be told {pending}, not {answers[0]}."
    )
    if is_left_open(i):
        to_come[i] = published[:]
    elif not is_closed(i):
        check_end(i, answers[1], published, "Once its statement is built, a browser")


def check_late(unit: int) -> None:
    answers = [answer for whose, answer in LOOKS if whose == unit]
    check_end(unit, answers[0], to_come.pop(unit), "A browser that comes back within a minute")


def check_end(unit: int, answer: dict[str, Any], ids: list[str], whose: str) -> None:
    expected = end_of(unit)
    assert answer == expected, f"{whose} must be told {expected}, not {answer}."
    for id in ids:
        assert not stored(id), f"The result store must not keep what a browser was told, and keeps {answer}."


def end_of(unit: int) -> dict[str, Any]:
    bookings = bookings_of(unit)
    if any(booking["count"] < 0 for booking in bookings):
        return {"state": "FAILURE", "outcome": f"{customer_of(unit)} has bookings below zero"}
    total = sum(booking["count"] * booking["price"] for booking in bookings)
    return {"state": "SUCCESS", "outcome": {"lines": len(bookings), "total": total}}


def stored(id: str) -> bool:
    return app.backend.task_result_exists(id)
