"""One unit is one request; orders and customers have numbers, and now and then somebody is lost."""

from shop import handle

METHODS = ("GET", "GET", "POST", "GET", "DELETE")
LATEST = [0]


def request_of(i: int) -> tuple[str, str]:
    area = ("orders", "customers", "cart", "orders", "articles", "orders", "wp-admin")[i % 7]
    path = f"/{area}" if i % 11 == 0 or area in ("cart", "wp-admin") else f"/{area}/{i * 7}"
    return METHODS[i % 5], path


def run(i: int) -> None:
    LATEST[0] = handle(*request_of(i))
