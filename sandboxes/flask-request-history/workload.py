"""One unit is one request from one of five shops: the same and new parcels, and every kind of error."""

import io
import time
from dataclasses import dataclass
from typing import NamedTuple

from app import app
from werkzeug.test import EnvironBuilder, run_wsgi_app

from leaklab.lesson import said

COUNTRIES = ("NL", "DE", "BE", "FR", "AT", "PL", "IT", "DK", "ES", "SE")
AGENTS = ("shop/4.2", "warehouse/1.9", "marketplace/12", "curl/8.14", "shop-ios/7.0")


# What can be turned: how many shops there are, and how many requests of a hundred are to be answered with an error.
LOAD = {"clients": 5, "errors": 15}
# The kinds of request, of twenty: those that are to be answered with an error, and the others.
ERRORS = (3, 11, 14)
OTHERS = tuple(kind for kind in range(20) if kind not in ERRORS)

# A shop comes from another address after so many requests, as those on a phone network do.
REQUESTS_PER_ADDRESS = 100
# Seconds that the body of a request takes to arrive, where the line is a slow one.
SLOW_LINE = 0.25


class ErrorLog(io.TextIOBase):
    """A server's error log that nobody reads."""

    def write(self, text: str) -> int:
        return len(text)


class SlowBody(io.BytesIO):
    """What a client sends over a slow line."""

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        time.sleep(SLOW_LINE)
        return super().readinto(buffer)


# What shops send with every request, made once: building it anew would take longer than the answer.
SHOPS = tuple(
    EnvironBuilder(headers={"User-Agent": agent}, errors_stream=ErrorLog()).get_environ() for agent in AGENTS
)


@dataclass(frozen=True, slots=True)
class Sent:
    """Request number `i`: always the same for the same `i`."""

    shop: int
    method: str
    path: str
    body: str
    status: int


class Answer(NamedTuple):
    """What a client got."""

    status: int
    body: str


LATEST = [Answer(0, "")]


def number(i: int) -> str:
    return f"L{i:08}"


def order(i: int) -> str:
    parcels = ", ".join(
        f'{{"country": "{COUNTRIES[(i + n * n) % 10]}", "kilograms": {1 + (i * 13 + n * 5) % 30}.5}}'
        for n in range(1 + i * 7 % 10)
    )
    return f'{{"order": "{number(i)}", "parcels": [{parcels}]}}'


def address(i: int) -> str:
    moved = i // REQUESTS_PER_ADDRESS
    return f"10.{1 + request_for(i).shop}.{moved // 250}.{moved % 250}"


def is_slow(i: int) -> bool:
    return kind_of(i) == 11


def kind_of(i: int) -> int:
    share = LOAD["errors"]
    if share == 15:
        return i % 20
    errors = (i + 1) * share // 100
    return ERRORS[errors % 3] if errors > i * share // 100 else OTHERS[i % len(OTHERS)]


def request_for(i: int) -> Sent:
    # Each shop in its turn, however many there are.
    shop = i * 53 % LOAD["clients"]
    odd = i // 20 % 2
    match kind_of(i):
        case 3 if odd:
            return Sent(shop, "GET", f"/parcels/{number(i)}", "", 404)
        case 3:
            return Sent(shop, "POST", "/quotes", '{"parcels": [{"country": "XK", "kilograms": 2}]}', 404)
        case 11 if odd:
            return Sent(shop, "POST", "/quotes", '{"parcels": [{"country": "NL"}]}', 400)
        case 11:
            return Sent(shop, "POST", "/quotes", '{"parcels": [{"country": "NL", "kilo', 400)
        case 14:
            return Sent(shop, "POST", "/quotes", '{"parcels": [{"country": "SE", "kilograms": 0}]}', 500)
        case 2 | 7 | 12 | 17:
            return Sent(shop, "GET", f"/tariffs/{COUNTRIES[i // 5 % 10]}?order={number(i)}", "", 200)
        case _:
            return Sent(shop, "POST", "/quotes", order(i), 200)


def run(i: int) -> None:
    sent = request_for(i)
    path, _, query = sent.path.partition("?")
    body = sent.body.encode()
    environ = SHOPS[sent.shop % len(SHOPS)] | {
        "REMOTE_ADDR": address(i),
        "REQUEST_METHOD": sent.method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_X_REQUEST_ID": number(i),
        "wsgi.input": (SlowBody if is_slow(i) else io.BytesIO)(body),
    }
    if body:
        environ |= {"CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(body))}
    parts, status, _ = run_wsgi_app(app, environ, buffered=True)
    LATEST[0] = Answer(int(status[:3]), b"".join(parts).decode())


def failed(i: int) -> str | None:
    """What came back instead of the answer that request `i` is to get."""
    sent, status = request_for(i), LATEST[0].status
    if status < 500 or status == sent.status:
        return None
    return said(
        f"{sent.method} {sent.path} was answered with {status}.",
        de=f"{sent.method} {sent.path} wurde mit {status} beantwortet.",
    )
