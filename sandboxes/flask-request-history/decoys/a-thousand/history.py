"""What this process was asked, and what it answered.

`/debug/requests` is reachable from the internal network only.
"""

import time
from collections import deque
from dataclasses import asdict, dataclass

from flask import Blueprint, Response, g, request
from flask.typing import ResponseReturnValue

bp = Blueprint("history", __name__, url_prefix="/debug")


@dataclass(frozen=True, slots=True)
class Exchange:
    at: float
    milliseconds: float
    client: str
    method: str
    path: str
    headers: dict[str, str]
    sent: str
    status: int
    answered: str


class History:
    def __init__(self) -> None:
        self.exchanges: deque[Exchange] = deque(maxlen=1000)
        self.answered = 0
        self.refused = 0

    def add(self, exchange: Exchange) -> None:
        self.exchanges.append(exchange)
        self.answered += 1
        self.refused += exchange.status >= 400

    def recent(self, count: int = 20) -> list[Exchange]:
        """The last exchanges, newest first."""
        return list(self.exchanges)[-count:][::-1]

    def total(self) -> int:
        return self.answered

    def failed(self) -> int:
        return self.refused


HISTORY = History()


def exchange_of(response: Response) -> Exchange:
    return Exchange(
        at=time.time(),
        milliseconds=round((time.perf_counter() - g.started) * 1000, 3),
        client=request.remote_addr or "",
        method=request.method,
        path=request.full_path,
        headers=dict(request.headers),
        sent=request.get_data(as_text=True),
        status=response.status_code,
        answered=response.get_data(as_text=True),
    )


@bp.before_app_request
def start_clock() -> None:
    g.started = time.perf_counter()


@bp.after_app_request
def record(response: Response) -> Response:
    if request.blueprint != bp.name:
        HISTORY.add(exchange_of(response))
    return response


@bp.get("/requests")
def requests() -> ResponseReturnValue:
    return {
        "total": HISTORY.total(),
        "failed": HISTORY.failed(),
        "recent": [asdict(exchange) for exchange in HISTORY.recent()],
    }
