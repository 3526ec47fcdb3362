"""A desk that takes tickets and shows the latest ones."""

# AUTHOR: A fix that you would merge. Copy the file from project/ and change what must change; name the folder after it.

from collections import deque
from itertools import count

SHOWN = 20
NUMBERS = count(1)
TICKETS: deque[str] = deque(maxlen=SHOWN)


def take(customer: str, wish: str) -> str:
    ticket = f"{next(NUMBERS):06} {customer}: {wish}"
    TICKETS.append(ticket)
    return ticket


def latest() -> list[str]:
    return list(TICKETS)
