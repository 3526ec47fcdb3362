"""The pages of the admin site."""

from queries import MINE, execute


def page(path: str) -> str:
    begun = len(MINE.queries)
    table, _, number = path.strip("/").partition("/")
    try:
        body = f"{execute(f'select * from {table}')} {table}"
        if number:
            body += f", number {number} of {execute(f'select id from {table} where id = {number}')}"
    except LookupError:
        body = f"There is no table {table}."
    made = list(MINE.queries)[begun:]
    return "\n".join([body, f"{len(made)} queries:", *made])
