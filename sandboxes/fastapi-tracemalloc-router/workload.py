"""One unit is one notice that the feed brings. Now and then a phone asks, and a monitor takes a snapshot."""

import asyncio
import json
import sys
from array import array
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import boards
from settings import MEMORY_TOKEN

# What can be turned: how many notices come between two snapshots of the monitor.
LOAD = {"every": 50}
TOWNS = [f"town-{number}" for number in range(12)]
WORDS = ["the", "road", "to", "the", "mill", "is", "closed", "until", "monday", "so", "come", "by", "the", "bridge"] * 4
# The lines of `boards.py` of which the load knows exactly what they have allocated.
FILE = str(boards.__file__)
SOURCE = Path(FILE).read_text(encoding="utf-8").splitlines()
KNOWN = {
    name: f"{FILE}:{next(at for at, line in enumerate(SOURCE, 1) if line.strip().startswith(f'{name}='))}"
    for name in ("title", "text", "shown")
}
# Of how many snapshots the load remembers what these lines had.
REMEMBERED = 9
# By number of the snapshot that has to show it: the bytes of each known line, how many notices there are, and the bytes
# of each line of `check.py`.
HELD: "dict[int, array[int]]" = {}
PLANTED: list[bytes] = []
LOOP = asyncio.new_event_loop()


class Answer(NamedTuple):
    status: int
    body: Any


class Read(NamedTuple):
    town: str
    # What it had to be, as JSON: the notice itself must not be kept alive here.
    shows: str | None
    answer: Answer


LATEST: list[Read] = []
TAKEN: list[tuple[int, Answer]] = []


def request(method: str, path: str, token: str | None = None, query: dict[str, object] | None = None) -> Answer:
    """One HTTP request, as a server hands it to the application."""
    status, chunks = 0, []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
        else:
            chunks.append(message.get("body", b""))

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": urlencode(query or {}).encode(),
        "root_path": "",
        "headers": [] if token is None else [(b"x-memory-token", token.encode())],
        "client": ("192.0.2.7", 4000),
        "server": ("boards.example", 80),
    }
    LOOP.run_until_complete(boards.app(scope, receive, send))
    text = b"".join(chunks)
    return Answer(status, json.loads(text) if text else None)


def notice(i: int) -> tuple[str, str, str]:
    """Each is another one, longer or shorter than the one that it takes the place of."""
    first = i % 14
    text = "  ".join(WORDS[first : first + 4 + i * 7 % 23])
    return TOWNS[i * 5 % len(TOWNS)], f"Notice {i} of the {WORDS[first]}" + "!" * (i % 23), text


def held_now() -> "array[int]":
    notices = boards.NOTICES.values()
    sizes = [sum(sys.getsizeof(getattr(one, name)) for one in notices) for name in KNOWN]
    return array("i", [*sizes, len(notices), *map(sys.getsizeof, PLANTED)])


def take() -> None:
    """The monitor takes a snapshot; the load notes down what that has to show."""
    number = max(HELD, default=0) + 1
    HELD[number] = held_now()
    TAKEN[:] = [(number, request("POST", "/memory/snapshots", MEMORY_TOKEN))]
    if len(HELD) > REMEMBERED:
        del HELD[next(known for known in HELD if known > 2)]


def run(i: int) -> None:
    LATEST.clear()
    if not HELD or i % LOAD["every"] == 0:
        take()
    boards.put_up(*notice(i))
    if i % 25 == 7:
        town = TOWNS[i % len(TOWNS)] if i % 3 else "nowhere"
        one = boards.NOTICES.get(town)
        answer = request("GET", f"/boards/{town}")
        LATEST.append(Read(town, None if one is None else json.dumps([one.title, one.text]), answer))


def failed(i: int) -> str | None:
    """What the monitor was told instead of a number."""
    odd = [answer.status for _, answer in TAKEN if answer.status != 201]
    return f"POST /memory/snapshots was answered with {odd[0]}." if odd and i % LOAD["every"] == 0 else None


# FastAPI and what it stands on make on first use what then stays: now, before anybody traces.
boards.put_up(*notice(0))
request("GET", f"/boards/{notice(0)[0]}")
request("GET", "/boards/nowhere")
boards.NOTICES.clear()
