"""The database, and which queries were made."""

from contextvars import ContextVar

ROWS = {"orders": 12, "customers": 5, "articles": 30}


class Mine:
    known: ContextVar[list[str]] = ContextVar("queries")

    @property
    def queries(self) -> list[str]:
        if self.known.get(None) is None:
            self.known.set([])
        return self.known.get()


MINE = Mine()


def execute(sql: str) -> int:
    """How many rows there are; LookupError where there is no such table."""
    MINE.queries.append(sql)
    return ROWS[sql.split()[3]]
