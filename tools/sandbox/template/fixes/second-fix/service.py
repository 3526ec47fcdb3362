"""A desk that takes tickets and shows the latest ones."""

# AUTHOR: A second fix of another kind, right for other reasons.

from itertools import count

SHOWN = 20
NUMBERS = count(1)
TICKETS: list[str] = []


def take(customer: str, wish: str) -> str:
    ticket = f"{next(NUMBERS):06} {customer}: {wish}"
    TICKETS.append(ticket)
    del TICKETS[:-SHOWN]
    return ticket


def latest() -> list[str]:
    return TICKETS[-SHOWN:]
