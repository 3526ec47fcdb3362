"""One unit is one request, from one of forty clients; every eighth time somebody looks at the debug page."""

from app import app
from werkzeug.test import Client

CLIENT = Client(app)
# The status, the body, and the debug page if it was looked at.
LATEST: list[tuple[int, str, str]] = []


def request_of(i: int) -> tuple[str, str]:
    """Its path and where it comes from."""
    return f"/parcels/{i}", f"192.0.2.{i % 40}"


def run(i: int) -> None:
    path, client = request_of(i)
    answer = CLIENT.get(path, environ_base={"REMOTE_ADDR": client}, buffered=True)
    page = CLIENT.get("/debug", buffered=True).get_data(as_text=True) if i % 8 == 0 else ""
    LATEST[:] = [(answer.status_code, answer.get_data(as_text=True), page)]
