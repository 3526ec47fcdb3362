"""A desk that takes tickets and shows the latest ones."""

# AUTHOR: What people really try first and what does not help. Name the folder after it.

import gc

TICKETS: list[str] = []
SHOWN = 20


def take(customer: str, wish: str) -> str:
    ticket = f"{len(TICKETS) + 1:06} {customer}: {wish}"
    TICKETS.append(ticket)
    if len(TICKETS) % 500 == 0:
        gc.collect()
    return ticket


def latest() -> list[str]:
    return TICKETS[-SHOWN:]
