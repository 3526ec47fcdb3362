"""One unit is one request from one of five clients: the same and new parcels, and every kind of error."""

import io
from dataclasses import dataclass

from app import app
from werkzeug.test import Client

COUNTRIES = ("NL", "DE", "BE", "FR", "AT", "PL", "IT", "DK", "ES", "SE")
AGENTS = ("shop/4.2", "warehouse/1.9", "marketplace/12", "curl/8.14", "shop-ios/7.0")
CLIENTS = tuple(Client(app) for _ in AGENTS)


class ErrorLog(io.TextIOBase):
    """A server's error log that nobody reads."""

    def write(self, text: str) -> int:
        return len(text)


ERROR_LOG = ErrorLog()


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
    CLIENTS[sent.client].open(
        sent.path,
        method=sent.method,
        data=sent.body,
        content_type="application/json" if sent.body else None,
        headers={"User-Agent": AGENTS[sent.client], "X-Request-Id": number(i)},
        environ_base={"REMOTE_ADDR": f"10.0.0.{sent.client + 1}"},
        errors_stream=ERROR_LOG,
    )
