"""One unit is one request: photos of every size, questions, lists that go out piece by piece, clients that go away."""

import io
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from app import app
from archive import DEPOTS
from flask import Flask
from werkzeug.test import EnvironBuilder

# What can be turned: how many kB the usual photo has at most.
LOAD = {"usual": 28}
LIMIT = 32 * 1024
JPEG, HEIC = b"\xff\xd8\xff\xe0", b"\x00\x00\x00\x24ftypheic"


class ErrorLog(io.TextIOBase):
    """A server's error log that nobody reads."""

    def write(self, text: str) -> int:
        return len(text)


ENVIRON = EnvironBuilder(headers={"User-Agent": "driver/3.1"}, errors_stream=ErrorLog()).get_environ()
# The first host name that Werkzeug reads has Python import tables of Unicode: nothing that a request leaves behind.
"localhost".encode("idna")


class Sent(NamedTuple):
    """Request number `i`: always the same for the same `i`. Of a body that is cut off, a part never comes."""

    method: str
    path: str
    status: int
    body: bytes = b""
    missing: int = 0
    stays: bool = True


class Answer(NamedTuple):
    """What a client got; what somebody on call was shown meanwhile; and how much of the body the service has read."""

    status: int
    headers: dict[str, str]
    body: bytes
    meanwhile: "Answer | None" = None
    read: int = 0


# Somebody on call opens the page.
LOOK = Sent("GET", "/debug/last", 200)
LATEST: list[Answer] = []


def client(i: int) -> str:
    return f"2001:db8:{i >> 8:x}::{i & 255:x}"


def photo(i: int, size: int, start: bytes = JPEG) -> bytes:
    head = start + f"photo {i} ".encode()
    return head + bytes([i % 251]) * (size - len(head))


def usual(i: int) -> int:
    return 2_000 + i * i * 37 % (LOAD["usual"] * 1_000 - 2_000)


def request_for(i: int) -> Sent:
    path, depot = f"/parcels/{i}", DEPOTS[i // 20 % 3]
    match i % 20:
        case 3:
            # The app for drivers makes a photo smaller until it may be sent.
            size = LIMIT if i // 20 % 2 else LIMIT - i * 7 % 3_000
            return Sent("PUT", f"{path}/photo", 201, photo(i, size))
        case 6:
            return Sent("PUT", f"{path}/photo", 413, photo(i, LIMIT + 1 + i % 5_000))
        case 9:
            return Sent("PUT", f"{path}/photo", 502, photo(i, usual(i), HEIC))
        case 12 if i // 20 % 2:
            return Sent("PUT", f"{path}/photo", 400, photo(i, usual(i)), missing=1_000 + i % 2_000)
        case 12:
            return Sent("PUT", f"{path}/photo", 400)
        case 0 | 10:
            return Sent("GET", path, 404)
        case 5:
            return Sent("GET", f"/depots/{depot}/today.csv", 200)
        case 14:
            return Sent("GET", f"/depots/{depot}/today.csv", 200, stays=False)
        case 18:
            return Sent("GET", f"/depots/depot {i}/today.csv", 404)
        case 1 | 8 | 11 | 15 | 17:
            return Sent("GET", path, 200)
        case _:
            return Sent("PUT", f"{path}/photo", 201, photo(i, usual(i)))


def start() -> None:
    """A service that has been up for a while: what Flask makes once, in its first requests, is there already."""
    for i in range(20):
        ask(request_for(i), client(i), partial(Flask.wsgi_app, app))


def run(i: int) -> None:
    LATEST[:] = [ask(request_for(i), client(i))]


def ask(sent: Sent, address: str, served: Callable[..., Iterable[bytes]] = app) -> Answer:
    """As a server does it: piece by piece, and closed at the end, whether the client is still there or not."""
    stream = io.BytesIO(sent.body)
    environ = ENVIRON | {
        "REQUEST_METHOD": sent.method,
        "PATH_INFO": sent.path,
        "REMOTE_ADDR": address,
        "wsgi.input": stream,
    }
    if sent.method == "PUT":
        environ["CONTENT_LENGTH"] = str(len(sent.body) + sent.missing)
    began: list[tuple[str, dict[str, str]]] = []
    pieces = served(environ, lambda status, headers, exc_info=None: began.append((status, dict(headers))))
    parts, meanwhile = [], None
    try:
        for piece in pieces:
            parts.append(piece)
            if sent.path.endswith("today.csv") and meanwhile is None:
                meanwhile = ask(LOOK, "192.0.2.1")
            if not sent.stays:
                break
    finally:
        if hasattr(pieces, "close"):
            pieces.close()
    [(status, headers)] = began
    return Answer(int(status[:3]), headers, b"".join(parts), meanwhile, stream.tell())


def failed(i: int) -> str | None:
    """What came back instead of the answer that request `i` is to get."""
    sent, status = request_for(i), LATEST[0].status
    if status < 500 or status == sent.status:
        return None
    return f"{sent.method} {sent.path} was answered with {status}."


start()
