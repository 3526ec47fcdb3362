"""The database, and which queries were made."""

import threading

ROWS = {"orders": 12, "customers": 5, "articles": 30}


class Mine(threading.local):
    def __init__(self) -> None:
        self.queries: list[str] = []


MINE = Mine()


def execute(sql: str) -> int:
    """How many rows there are; LookupError where there is no such table."""
    MINE.queries.append(sql)
    return ROWS[sql.split()[3]]
