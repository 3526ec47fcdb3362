"""A desk that takes tickets and shows the latest ones."""

# AUTHOR: What stops the growth and breaks the program, or is bounded and far too large.

TICKETS: list[str] = []
SHOWN = 20


def take(customer: str, wish: str) -> str:
    if len(TICKETS) == 500:
        TICKETS.clear()
    ticket = f"{len(TICKETS) + 1:06} {customer}: {wish}"
    TICKETS.append(ticket)
    return ticket


def latest() -> list[str]:
    return TICKETS[-SHOWN:]
