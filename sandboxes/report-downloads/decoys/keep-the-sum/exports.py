"""Reports that wait in the store until somebody fetches them."""

import logging
from collections.abc import Callable

from store import STORE

log = logging.getLogger("exports")
CLEANUPS: dict[str, list[Callable[[], None]]] = {}


def publish(desk: str, table: list[tuple[str, int]]) -> None:
    title = f"{desk}: {len(table)} rows"
    total = sum(cents for _, cents in table) / 100

    def clean_up() -> None:
        STORE.pop(desk, None)
        log.info("%s with %.2f in all was fetched", title, total)

    STORE[desk] = "\n".join(f"{name};{cents}" for name, cents in table)
    CLEANUPS.setdefault(desk, []).append(clean_up)


def fetch(desk: str) -> str | None:
    text = STORE.get(desk)
    if text is not None:
        CLEANUPS[desk].pop()()
    return text
