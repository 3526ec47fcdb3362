"""The shop, as far as it matters here."""

from metrics import count


def handle(method: str, path: str) -> int:
    """The status of the answer."""
    area, _, rest = path.removeprefix("/").partition("/")
    if area not in ("orders", "customers", "articles", "cart"):
        status = 404
    elif method != "GET" and area == "articles":
        status = 405
    else:
        status = 200 if rest or area == "cart" else 400
    count(method, path, status)
    return status
