"""A desk that takes tickets and shows the latest ones."""

# AUTHOR: Put a real program here that looks like a leak and is bounded: 15 to 150 lines; it knows nothing of us.
# AUTHOR: Let its bound be where it would be in life, some way from where one looks first; list its files in "editable".

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
