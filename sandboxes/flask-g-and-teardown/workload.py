"""One unit is one request: whole downloads, some that are broken off, slow ones, new readings, and mistakes."""

import json
from collections import deque
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import NamedTuple

from app import app
from werkzeug.test import EnvironBuilder

# What can be turned: how many downloads of a hundred are broken off by the client.
LOAD = {"gone": 20}

ENVIRON = EnvironBuilder().get_environ()
# The first host name that Werkzeug reads has Python import tables of Unicode: nothing that a request leaves behind.
"localhost".encode("idna")
HOUSES, TOWERS, FAULTY, FAULTY_TOWER = 60, (71, 72), 64, 73
# A slow client is done so many requests later.
SLOW = 5


class Sent(NamedTuple):
    """
    Request number `i`, always the same for the same `i`. The client takes so many `pieces`, None for all; a slow one
    takes all but the first of them later.
    """

    i: int
    method: str
    path: str
    body: str = ""
    pieces: int | None = None
    slow: bool = False


class Download:
    """A request and what came back, sent as a WSGI server sends it."""

    def __init__(self, sent: Sent) -> None:
        self.sent = sent
        self.status = 0
        self.headers: dict[str, str] = {}
        self.pieces: list[bytes] = []
        self.error: Exception | None = None
        body = sent.body.encode()
        environ = ENVIRON | {
            "REQUEST_METHOD": sent.method,
            "PATH_INFO": sent.path,
            "REMOTE_ADDR": f"2001:db8::{sent.i >> 16:x}:{sent.i & 65535:x}",
            "wsgi.input": BytesIO(body),
        }
        if body:
            environ |= {"CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(body))}
        self.body = app(environ, self.start)
        self.left: Iterator[bytes] | None = iter(self.body)

    def start(self, status: str, headers: list[tuple[str, str]], error: object = None) -> Callable[[bytes], object]:
        self.status, self.headers = int(status[:3]), dict(headers)
        return self.pieces.append

    def take(self, pieces: int | None) -> None:
        """So many pieces from the server; whatever happens to it there ends the connection."""
        try:
            while self.left is not None and pieces != 0:
                piece = next(self.left, None)
                if piece is None:
                    self.left = None
                elif piece:
                    self.pieces.append(piece)
                    pieces = None if pieces is None else pieces - 1
        except Exception as error:
            self.error, self.left = error.with_traceback(None), None

    def hang_up(self) -> None:
        """What a server does at the end of every response, however it came."""
        self.left = None
        try:
            if hasattr(self.body, "close"):
                self.body.close()
        except Exception as error:
            self.error = self.error or error.with_traceback(None)
        self.body = []

    def finish(self) -> None:
        self.take(self.sent.pieces)
        self.hang_up()
        if self.error is not None:
            WRONG[:] = [self.error]
        elif self.status >= 500:
            WRONG[:] = [f"{self.sent.method} {self.sent.path} was answered with {self.status}."]
        for look in LOOKING:
            look(self)


# Those that slow clients have begun, and who wants to see each that is over.
WAITING: deque[Download] = deque()
LOOKING: list[Callable[[Download], None]] = []
WRONG: list[Exception | str] = []


def readings(house: int) -> str:
    return f"/houses/{house}/readings.csv"


def is_gone(i: int) -> bool:
    share = LOAD["gone"]
    return (i + 1) * share // 100 > i * share // 100


def request_for(i: int) -> Sent:
    turn = i // 20
    house = 1 + i * 7 % HOUSES
    # Whoever goes away does so at once, or after the first piece.
    pieces = i % 2 if is_gone(i) else None
    match i % 20:
        case 4 | 12:
            # Some of them for the house that a slow client is just getting.
            house = 900 + i if turn % 10 == 4 else 1 + (i - 2) * 7 % HOUSES
            flat = 99 if turn % 10 == 9 else 2
            return Sent(i, "PUT", f"/houses/{house}/flats/{flat}", json.dumps({"kwh": 1000 + i}))
        case 7:
            return Sent(i, "HEAD", readings(TOWERS[0] if turn % 4 == 0 else house))
        case 9:
            return Sent(i, "GET", readings((900 + i, FAULTY, FAULTY, FAULTY_TOWER)[turn % 4]))
        case 14 if turn % 4 == 1:
            return Sent(i, "GET", readings(TOWERS[turn // 4 % 2]), pieces=(None, 2, None, 1, None, 0)[turn // 4 % 6])
        case 2:
            return Sent(i, "GET", readings(TOWERS[0] if turn % 8 == 2 else house), slow=True)
        case 17:
            return Sent(i, "GET", readings(TOWERS[1] if turn % 8 == 6 else house), pieces=2, slow=True)
        case _:
            return Sent(i, "GET", readings(house), pieces=pieces)


def run(i: int) -> None:
    sent = request_for(i)
    download = Download(sent)
    if sent.slow:
        download.take(1)
        WAITING.append(download)
    else:
        download.finish()
    while WAITING and WAITING[0].sent.i <= i - SLOW:
        WAITING.popleft().finish()


def drain() -> None:
    while WAITING:
        WAITING.popleft().finish()


def failed(i: int) -> Exception | str | None:
    """What a server fell over, or what it was answered with."""
    return WRONG.pop() if WRONG else None
