"""Orders from files, and what could not be read of them."""

from collections import deque

ORDERS: dict[str, int] = {}
PROBLEMS: deque[str] = deque(maxlen=10)
COUNT = [0]


def read_row(row: str) -> tuple[str, int]:
    customer, _, cents = row.partition(";")
    if not customer:
        raise ValueError("there is no customer")
    return customer, int(cents)


def import_file(name: str, text: str) -> int:
    """How many rows were imported."""
    rows = text.splitlines()
    imported = 0
    for number, row in enumerate(rows, 1):
        try:
            customer, cents = read_row(row)
        except ValueError as error:
            PROBLEMS.appendleft(f"{name}, line {number}: {error}")
            COUNT[0] += 1
        else:
            ORDERS[customer] = ORDERS.get(customer, 0) + cents
            imported += 1
    return imported


def page() -> str:
    """For those who have to look after it in the morning."""
    return "\n".join([f"{COUNT[0]} problems", *PROBLEMS])
