"""What drivers, depots and whoever is on call rely on."""

import json
import traceback
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from zlib import crc32

import archive
from app import app
from werkzeug.exceptions import HTTPException
from workload import LATEST, LIMIT, LOOK, Answer, Sent, ask, client, photo, request_for

DEPOTS = ("Harbour", "Eastgate", "Mill Hill")
HEADERS = {"HTTP_HOST": "localhost", "HTTP_USER_AGENT": "driver/3.1"}
LOOK_AT_BODY = Sent("GET", "/debug/last/body", 200)
# The requests of which the body is looked at too; and those without a look, so that a repair has no help from it.
BODY_EVERY, UNSEEN = 3, 7



class Shown(NamedTuple):
    """What the page has to show of a request. Of its body this is the checksum: the body itself would count as kept."""

    method: str
    path: str
    status: int
    client: str
    bytes: int
    checksum: int


# The last request, and what the service says that it fell over.
shown: list[Shown] = []
failures: list[str] = []
# How many lines of lists were made since the last list was judged.
made = [0]


def before() -> None:
    app.handle_exception = telling(app.handle_exception)
    app.handle_user_exception = telling(app.handle_user_exception)
    archive.photos_of = counted(archive.photos_of)
    page, body = opened(LOOK), opened(LOOK_AT_BODY)
    assert parsed(page.body) is None, f"Before the first request /debug/last must say null, not {short(page.body)}."
    assert body.body == b"", f"Before the first request /debug/last/body must be empty, not {short(body.body)}."
    for sent in (
        Sent("GET", "/parcels/7", 200),
        Sent("PUT", "/parcels/8/photo", 201, photo(8, LIMIT)),
        Sent("PUT", "/parcels/9/photo", 413, photo(9, LIMIT + 1)),
    ):
        judge(sent, "192.0.2.8", ask(sent, "192.0.2.8"))
        looked()


def during(i: int) -> None:
    judge(request_for(i), client(i), LATEST[0])
    failures.clear()
    if i % UNSEEN:
        looked(with_body=i % BODY_EVERY == 0)


def after() -> None:
    sent = Sent("PUT", "/parcels/5/photo", 201, photo(5, 9_000))
    judge(sent, "192.0.2.9", ask(sent, "192.0.2.9"))
    looked()
    looked()


def judge(sent: Sent, address: str, answer: Answer) -> None:
    what = f"{sent.method} {sent.path}"
    assert answer.status == sent.status, (
        f"{fell_over()}{what} must be answered with {sent.status}, not {answer.status}."
    )
    if sent.status == 413:
        assert answer.read == 0, f"{what} is too large and must be refused before it is read; {answer.read} bytes were."
    else:
        shown[:] = [Shown(*sent[:3], address, len(sent.body), crc32(sent.body))]
    expected = expected_answer(sent, address)
    if expected is not None:
        found = answer.body if isinstance(expected, bytes) else parsed(answer.body)
        assert found == expected, f"{what} must be answered with {short(expected)}, not {short(answer.body)}."
        kind = "text/csv" if isinstance(expected, bytes) else "application/json"
        has_kind(answer, kind, what)
    if answer.meanwhile is not None:
        page_shows(answer.meanwhile, f"While the answer to {what} is being sent")
    if answer.meanwhile is not None:
        assert sent.stays or made[0] <= 1, (
            f"{what} must go out piece by piece: {made[0]} lines were made, and its reader left after the first piece."
        )
        made[0] = 0


def looked(*, with_body: bool = True) -> None:
    last = shown[0]
    page_shows(opened(LOOK), f"After {last.method} {last.path}, answered with {last.status},")
    if with_body:
        answer = opened(LOOK_AT_BODY)
        has_kind(answer, "application/octet-stream", LOOK_AT_BODY.path)
        body = answer.body
        assert (len(body), crc32(body)) == (last.bytes, last.checksum), (
            f"/debug/last/body must have the {last.bytes} bytes that came with {last.method} {last.path}, "
            f"and has {len(body) if len(body) != last.bytes else 'others'}."
        )


def opened(sent: Sent) -> Answer:
    answer = ask(sent, "192.0.2.1")
    assert answer.status == 200, f"{fell_over()}{sent.path} must be answered with 200, not {answer.status}."
    return answer


def page_shows(page: Answer, when: str) -> None:
    last = shown[0]
    has_kind(page, "application/json", LOOK.path)
    found = parsed(page.body)
    assert isinstance(found, dict), f"{when} /debug/last must show that request, and it says {short(page.body)}."
    for field in ("method", "path", "client", "bytes", "headers"):
        expected = HEADERS if field == "headers" else getattr(last, field)
        assert found.get(field) == expected, (
            f"{when} /debug/last must say as {field} {expected!r}, not {found.get(field)!r}."
        )


def has_kind(answer: Answer, kind: str, what: str) -> None:
    headers = {name.lower(): value for name, value in answer.headers.items()}
    found, length = headers.get("content-type", ""), headers.get("content-length")
    assert found.partition(";")[0] == kind, f"{what} must be answered as {kind}, not {found!r}."
    size = str(len(answer.body))
    assert length in (None, size), f"{what} is answered with {size} bytes, and says that there are {length}."


def counted(photos_of: Callable[[str], Iterator[int]]) -> Callable[[str], Iterator[int]]:
    """The door of the storage; it counts how many it was asked for."""

    def photos(depot: str) -> Iterator[int]:
        for number in photos_of(depot):
            made[0] += 1
            yield number

    return photos


def expected_answer(sent: Sent, address: str) -> Any:
    """None where the answer is Flask's own page."""
    number = sent.path.split("/")[2]
    if sent.status == 200 and sent.path.endswith("today.csv"):
        lines = ["parcel,depot,asked by\n"]
        if sent.stays:
            lines += [f"{one},{number},{address}\n" for one in range(1_000 + DEPOTS.index(number), 1_040, 3)]
        return "".join(lines).encode()
    match sent.status:
        case 200:
            return {"parcel": int(number), "depot": DEPOTS[int(number) % 3]}
        case 201:
            return {"parcel": int(number), "receipt": f"{crc32(sent.body):08x}.jpg"}
        case 404:
            return {"error": f"There is no such {'depot' if sent.path.startswith('/depots') else 'parcel'}."}
        case 400 if not sent.body:
            return {"error": "There is no photo in it."}
        case 413:
            return {"error": "This photo is too large."}
        case 502:
            return {"error": "The storage does not take this photo."}
    return None


def parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return body


def telling(handle: Callable[[Exception], Any]) -> Callable[[Exception], Any]:
    """Flask's own handling of an exception; what it was is told with a broken promise."""

    def handled(error: Exception) -> Any:
        if not isinstance(error, HTTPException):
            steps = [(step.f_code.co_filename, line) for step, line in traceback.walk_tb(error.__traceback__)]
            own = [(file, line) for file, line in steps if file.rpartition("/")[0] == app.root_path]
            where = f" ({own[-1][0].rpartition('/')[2]}, line {own[-1][1]})" if own else ""
            failures[:] = [f"{type(error).__name__}: {error}{where}. "]
        return handle(error)

    return handled


def fell_over() -> str:
    return "".join(failures)


def short(value: object) -> str:
    text = value.decode(errors="replace") if isinstance(value, bytes) else json.dumps(value)
    return text if len(text) <= 120 else f"{text[:80]} ... {text[-30:]}"
