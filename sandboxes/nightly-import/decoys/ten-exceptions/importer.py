"""Orders from files, and what could not be read of them."""

ORDERS: dict[str, int] = {}
PROBLEMS: list[ValueError] = []
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
            error.add_note(f"{name}, line {number}")
            PROBLEMS.append(error)
            del PROBLEMS[:-10]
            COUNT[0] += 1
        else:
            ORDERS[customer] = ORDERS.get(customer, 0) + cents
            imported += 1
    return imported


def page() -> str:
    """For those who have to look after it in the morning."""
    lines = [f"{COUNT[0]} problems"]
    for error in PROBLEMS[: -11 : -1]:
        lines.append(f"{error.__notes__[0]}: {error}")
    return "\n".join(lines)
