"""One unit is one page in the one thread of a worker; some have a second query, some go wrong."""

from pages import page

ROWS = {"orders": 12, "customers": 5, "articles": 30}
LATEST = [""]


def path_of(i: int) -> str:
    table = ("orders", "customers", "refunds", "articles")[i % 4]
    return f"/{table}/{i}" if i % 3 else f"/{table}"


def expected(path: str) -> list[str]:
    """The lines of a page."""
    table, _, number = path.strip("/").partition("/")
    queries = [f"select * from {table}"]
    if table not in ROWS:
        body = f"There is no table {table}."
    elif number:
        queries.append(f"select id from {table} where id = {number}")
        body = f"{ROWS[table]} {table}, number {number} of {ROWS[table]}"
    else:
        body = f"{ROWS[table]} {table}"
    return [body, f"{len(queries)} queries:", *queries]


def run(i: int) -> None:
    LATEST[0] = page(path_of(i))
