"""A desk that takes tickets and shows the latest ones."""

# AUTHOR: Put a real program here: 40 to 150 lines on a real framework, in one to three files; it knows nothing of us.
# AUTHOR: Let it leak where it would in life, some way from where one looks first; list its files in "editable".

TICKETS: list[str] = []
SHOWN = 20


def take(customer: str, wish: str) -> str:
    ticket = f"{len(TICKETS) + 1:06} {customer}: {wish}"
    TICKETS.append(ticket)
    return ticket


def latest() -> list[str]:
    return TICKETS[-SHOWN:]
