"""A desk that takes tickets and shows the latest ones."""

# AUTHOR: A change that people make to mend what needs no mending, and that makes it grow. Name the folder after it.

SHOWN = 20
TICKETS: list[str] = []


def take(customer: str, wish: str) -> str:
    ticket = f"{len(TICKETS) + 1:06} {customer}: {wish}"
    TICKETS.append(ticket)
    return ticket


def latest() -> list[str]:
    return TICKETS[-SHOWN:]
