"""One unit is one request: readers who come once, some who come back, now and then too late, and three who stay."""

import time
from typing import NamedTuple

from app import app
from articles import TITLES
from werkzeug.test import EnvironBuilder, run_wsgi_app

# What can be turned: how many different readers there are. The default is more than a run has requests.
LOAD = {"clients": 50000}

NUMBERS = tuple(TITLES)
ENVIRON = EnvironBuilder().get_environ()
# The first host name that Werkzeug reads has Python import tables of Unicode: nothing that a reader leaves behind.
"localhost".encode("idna")
# By day a request comes every two seconds, and by night every five.
STRETCH = 100
DAY, NIGHT = 2.0, 5.0
# How many requests ago somebody was here who comes back: by day among many others, by night after a long time.
BACK_BY_DAY, BACK_BY_NIGHT = 73, 34
# How many requests lie between the three visits of somebody who reads, looks at the front page and reads on.
STROLL = 26


class Sent(NamedTuple):
    """Request number `i`: always the same for the same `i`."""

    address: str
    path: str


class Answer(NamedTuple):
    status: int
    body: str


LATEST = [Answer(0, "")]


def by_night(i: int) -> bool:
    return i // STRETCH % 2 == 1


def address(reader: int) -> str:
    number = reader % LOAD["clients"]
    return f"2001:db8:{number >> 8:x}::{number & 255:x}"


def article(i: int) -> str:
    return f"/articles/{NUMBERS[(i * i + i // 7) % 24]}"


def request_for(i: int) -> Sent:
    # The readers 0, 1 and 2 are there all day; reader 3 + i came first with request i.
    match i % 20:
        case 0 | 10:
            step, regular = divmod(i // 10, 3)
            return Sent(address(regular), "/" if step % 5 == 4 else article(step + 7 * regular))
        case 13:
            return Sent(address(i // 20 % 3), f"/articles/{1000 + i}")
        case 5:
            back = BACK_BY_NIGHT if by_night(i) else BACK_BY_DAY
            return Sent(address(3 + max(i - back, 0)), article(i) if i // 20 % 3 == 0 else "/")
        case 15:
            return Sent(address(3 + max(i - STROLL, 0)), "/")
        case 1:
            return Sent(address(3 + max(i - 2 * STROLL, 0)), article(i))
        case 17:
            return Sent(address(3 + i), "/")
        case _:
            return Sent(address(3 + i), article(i))


def run(i: int) -> None:
    time.sleep(NIGHT if by_night(i) else DAY)
    LATEST[0] = ask(request_for(i))


def ask(sent: Sent) -> Answer:
    environ = ENVIRON | {"REMOTE_ADDR": sent.address, "PATH_INFO": sent.path}
    parts, status, _ = run_wsgi_app(app, environ, buffered=True)
    return Answer(int(status[:3]), b"".join(parts).decode())


def failed(i: int) -> str | None:
    """What came back instead of a page, where there is one."""
    if LATEST[0].status < 500:
        return None
    return f"GET {request_for(i).path} was answered with {LATEST[0].status}."
