"""One unit is one request: seats are bought and given back, the door reads its list, and some lines are cut."""

import io
import logging
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.signals import got_request_exception
from django.http.response import HttpResponseBase
from wsgi import application

# What can be turned: how many requests of a hundred are answered with an error.
LOAD = {"errors": 15}
# The kinds of request, of twenty: those that are answered with an error, and the others.
ERRORS = (3, 7, 11)
OTHERS = tuple(kind for kind in range(20) if kind not in ERRORS)
# Seconds between two lines of the list for the door, which has a slow line.
SLOW_LINE = 0.25

ENVIRON = {
    "SCRIPT_NAME": "",
    "QUERY_STRING": "",
    "SERVER_NAME": "box-office",
    "SERVER_PORT": "80",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "wsgi.version": (1, 0),
    "wsgi.url_scheme": "http",
    "wsgi.errors": io.StringIO(),
    "wsgi.multithread": False,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
}
# Parts of the body that a client takes: all, or so many before it goes away.
ALL = 1_000


class Sent(NamedTuple):
    """Request number `i`: always the same for the same `i`."""

    method: str
    path: str
    body: str = ""
    status: int = 200
    parts: int = ALL


class Answer(NamedTuple):
    """What a client got, and the lines of the audit log: those written meanwhile, and all of them."""

    status: int
    body: str
    early: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


class Audit(logging.Handler):
    """The file of the audit log: here only what the latest request has written."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


AUDIT = Audit()
logging.getLogger("audit").addHandler(AUDIT)
logging.getLogger("audit").setLevel(logging.INFO)
logging.getLogger("audit").propagate = False
logging.getLogger("django").setLevel(logging.CRITICAL)

LATEST = [Answer(0, "")]
# What the views raised for the latest request.
FALLS: list[str] = []


def fell(sender: object, **kwargs: object) -> None:
    error = sys.exception()
    trace = error.__traceback__ if error else None
    where = ""
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if "/django/" not in file:
            where = f" ({file.rpartition('/')[2]}, line {trace.tb_lineno})"
        trace = trace.tb_next
    FALLS.append(f"{type(error).__name__}: {error}{where}")


got_request_exception.connect(fell)


def kind_of(i: int) -> int:
    share = LOAD["errors"]
    if share == 15:
        return i % 20
    errors = (i + 1) * share // 100
    return ERRORS[errors % 3] if errors > i * share // 100 else OTHERS[i % len(OTHERS)]


def form(**fields: object) -> str:
    return urlencode(fields)


def request_for(i: int) -> Sent:
    turn = i // 20
    show = 1 + (i + turn) % 4
    seat = 1 + (i * 7 + turn) % 24
    match kind_of(i):
        case 1 | 5 | 9 | 13:
            return Sent("GET", f"/shows/{show}")
        case 2 | 10 | 14:
            return Sent("POST", f"/shows/{show}/give-back", form(seat=seat))
        case 6 | 18:
            return Sent("GET", f"/shows/{show}/door")
        case 17:
            # The line is cut: for a few names the door has got them all by then.
            return Sent("GET", f"/shows/{show}/door", parts=1 + turn % 3)
        case 3 if turn % 3 == 0:
            return Sent("POST", f"/shows/{show}/buy", form(seat=seat + 24, name=f"Buyer {i}"), 500)
        case 3:
            return Sent("GET", f"/shows/{show}/buy", status=405)
        case 7:
            return Sent("GET", f"/shows/{4 + i}", status=404)
        case 11:
            return Sent("POST", f"/shows/{show}", form(seat=f"row {i}"), 405)
        case 15:
            # Whoever buys goes away before the answer comes.
            return Sent("POST", f"/shows/{show}/buy", form(seat=seat, name=f"Buyer {i}"), 201, 0)
        case _:
            return Sent("POST", f"/shows/{show}/buy", form(seat=seat, name=f"Buyer {i}"), 201)


def run(i: int) -> None:
    LATEST[0] = ask(request_for(i))


def ask(sent: Sent) -> Answer:
    """What a server does: call the application, send the body in parts, and close it in any case."""
    FALLS.clear()
    AUDIT.lines.clear()
    body = sent.body.encode()
    environ = ENVIRON | {
        "REQUEST_METHOD": sent.method,
        "PATH_INFO": sent.path,
        "CONTENT_TYPE": "application/x-www-form-urlencoded" if body else "",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
    }
    status: list[str] = []

    def start_response(line: str, headers: object, exc_info: object = None) -> None:
        status.append(line)

    with closing(application(environ, start_response)) as response:
        text = received(response, sent.parts)
        early = tuple(AUDIT.lines)
    return Answer(int(status[-1][:3]), text, early, tuple(AUDIT.lines))


def received(response: HttpResponseBase | Iterable[bytes], parts: int) -> str:
    pieces: list[bytes] = []
    if parts:
        chunks: Any = iter(response)
        for piece in chunks:
            pieces.append(piece)
            time.sleep(SLOW_LINE)
            if len(pieces) == parts:
                break
    return b"".join(pieces).decode()


def failed(i: int) -> str | None:
    """What came back instead of the answer that request `i` is to get."""
    sent, status = request_for(i), LATEST[0].status
    if status < 500 or status == sent.status:
        return None
    return f"{sent.method} {sent.path} was answered with {status}. {''.join(FALLS[:1])}"
