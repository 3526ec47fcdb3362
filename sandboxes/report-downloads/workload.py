"""One unit is one report for one of twelve desks. Half of them are replaced before anybody fetches them."""

from exports import fetch, publish

DESKS = tuple(f"desk {number}" for number in range(12))
# The desk, what it fetched, and what it should have.
LATEST: list[tuple[str, str | None, str | None]] = []
WAITING: dict[str, str] = {}


def table_of(i: int) -> list[tuple[str, int]]:
    return [(f"account {i * 7 % 1000 + row}", i * 13 % 997 + row) for row in range(12)]


def text_of(table: list[tuple[str, int]]) -> str:
    return "\n".join(f"{name};{cents}" for name, cents in table)


def run(i: int) -> None:
    LATEST.clear()
    desk = DESKS[i % 12]
    table = table_of(i)
    publish(desk, table)
    WAITING[desk] = text_of(table)
    if i // 12 % 2:
        LATEST.append((desk, fetch(desk), WAITING.pop(desk)))
    if i % 7 == 0:
        LATEST.append(("nobody", fetch("nobody"), None))
