"""One unit is one request from one of five clients: the same and new parcels, and every kind of error."""

import io
from dataclasses import dataclass

from app import app
from werkzeug.test import EnvironBuilder, run_wsgi_app

COUNTRIES = ("NL", "DE", "BE", "FR", "AT", "PL", "IT", "DK", "ES", "SE")
AGENTS = ("shop/4.2", "warehouse/1.9", "marketplace/12", "curl/8.14", "shop-ios/7.0")


class ErrorLog(io.TextIOBase):
    """A server's error log that nobody reads."""

    def write(self, text: str) -> int:
        return len(text)


# What each client sends with every request, made once: building it anew would take longer than the answer.
CLIENTS = tuple(
    EnvironBuilder(
        headers={"User-Agent": agent},
        environ_base={"REMOTE_ADDR": f"10.0.0.{place}"},
        errors_stream=ErrorLog(),
    ).get_environ()
    for place, agent in enumerate(AGENTS, 1)
)


@dataclass(frozen=True, slots=True)
class Sent:
    """Request number `i`: always the same for the same `i`."""

    client: int
    method: str
    path: str
    body: str
    status: int


def number(i: int) -> str:
    return f"L{i:08}"


def order(i: int) -> str:
    parcels = ", ".join(
        f'{{"country": "{COUNTRIES[(i + n * n) % 10]}", "kilograms": {1 + (i * 13 + n * 5) % 30}.5}}'
        for n in range(1 + i * 7 % 10)
    )
    return f'{{"order": "{number(i)}", "parcels": [{parcels}]}}'


def request_for(i: int) -> Sent:
    client = i * 3 % len(CLIENTS)
    odd = i // 20 % 2
    match i % 20:
        case 3 if odd:
            return Sent(client, "GET", f"/parcels/{number(i)}", "", 404)
        case 3:
            return Sent(client, "POST", "/quotes", '{"parcels": [{"country": "XK", "kilograms": 2}]}', 404)
        case 11 if odd:
            return Sent(client, "POST", "/quotes", '{"parcels": [{"country": "NL"}]}', 400)
        case 11:
            return Sent(client, "POST", "/quotes", '{"parcels": [{"country": "NL", "kilo', 400)
        case 14:
            return Sent(client, "POST", "/quotes", '{"parcels": [{"country": "SE", "kilograms": 0}]}', 500)
        case 2 | 7 | 12 | 17:
            return Sent(client, "GET", f"/tariffs/{COUNTRIES[i // 5 % 10]}?order={number(i)}", "", 200)
        case _:
            return Sent(client, "POST", "/quotes", order(i), 200)


def run(i: int) -> None:
    sent = request_for(i)
    path, _, query = sent.path.partition("?")
    body = sent.body.encode()
    environ = CLIENTS[sent.client] | {
        "REQUEST_METHOD": sent.method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_X_REQUEST_ID": number(i),
        "wsgi.input": io.BytesIO(body),
    }
    if body:
        environ |= {"CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(body))}
    run_wsgi_app(app, environ, buffered=True)
