"""What landlords rely on, kept by a second book of all readings."""

import json
import traceback
import warnings
from collections.abc import Callable
from typing import Any

from app import app
from meters import HOUSES
from werkzeug.exceptions import HTTPException
from workload import FAULTY, FAULTY_TOWER, LOOKING, TOWERS, WAITING, Download, Sent, readings

# Of each flat of a house the last four quarters, the latest at the end.
book = {house: {flat: list(quarters) for flat, quarters in flats.items()} for house, flats in HOUSES.items()}
LARGEST_PIECE = 8 * 1024
# So many downloads of others come and go while one client is slow.
OTHERS = 60

# What has to be answered to those that slow clients have begun.
owed: dict[int, str] = {}
failures: list[str] = []
complaints: list[str] = []
left_to_python: list[str] = []


def before() -> None:
    app.handle_exception = telling(app.handle_exception)
    warnings.simplefilter("always", ResourceWarning)
    warnings.showwarning = noted
    LOOKING.append(look)
    for house in (1, TOWERS[0], FAULTY, FAULTY_TOWER, 1_000_000):
        for method, pieces in (("GET", None), ("HEAD", None), ("GET", 1), ("GET", 0)):
            visit(Sent(-1, method, readings(house), pieces=pieces))
    # Two of the same house at once, many others meanwhile, and the one that came last is done first.
    two = [Download(Sent(-1, "GET", readings(TOWERS[0]), slow=True)) for _ in range(2)]
    for download in two:
        download.take(1)
    for house in (*TOWERS, *range(1, OTHERS)):
        visit(Sent(-1, "GET", readings(house)))
    for download in reversed(two):
        download.finish()
    nothing_wrong()


def during(i: int) -> None:
    nothing_wrong()
    for download in WAITING:
        if download.sent.i not in owed:
            owed[download.sent.i] = export_of(house_in(download.sent))


def after() -> None:
    while WAITING:
        WAITING.popleft().finish()
    visit(Sent(-1, "PUT", "/houses/2/flats/3", '{"kwh": 4711}'))
    visit(Sent(-1, "GET", readings(2)))
    visit(Sent(-1, "PUT", "/houses/1000000/flats/2", '{"kwh": 4711}'))


def visit(sent: Sent) -> None:
    Download(sent).finish()
    nothing_wrong()


def nothing_wrong() -> None:
    assert not complaints, complaints[0]
    failures.clear()


def look(download: Download) -> None:
    """Judges what is over at once: a body that waited for that would be on the meter."""
    try:
        judge(download)
    except AssertionError as complaint:
        complaints.append(str(complaint))


def judge(download: Download) -> None:
    sent = download.sent
    what = named(sent)
    if sent.method == "PUT":
        _, _, house, _, flat = sent.path.split("/")
        known = int(flat) in book.get(int(house), {})
        has_status(download, 204 if known else 404)
        if known:
            quarters = book[int(house)][int(flat)]
            quarters[:] = [*quarters[1:], json.loads(sent.body)["kwh"]]
    elif (house_number := house_in(sent)) not in book:
        has_status(download, 404)
    elif missing := missing_flat(house_number):
        has_status(download, 409)
        fault = {"error": f"Flat {missing} of house {house_number} has to be read on the spot."}
        answer = body(download)
        expected = "" if sent.method == "HEAD" or sent.pieces == 0 else json.dumps(fault, separators=(",", ":"))
        assert answer.strip() == expected, f"{what} must be answered with {expected or 'no body'}, not {short(answer)}."
        for name in ("X-Readings", "Content-Disposition"):
            seen = download.headers.get(name)
            assert seen is None, f"{what} must be answered without {name}, and comes with {seen}."
    else:
        is_export(download, owed.pop(sent.i, None) or export_of(house_number), house_number)
    assert not left_to_python, f"{what} left a file open until Python closed it: {left_to_python[0]}."


def is_export(download: Download, expected: str, house: int) -> None:
    sent, what = download.sent, named(download.sent)
    has_status(download, 200)
    for name, value in (
        ("Content-Length", str(len(expected))),
        ("X-Readings", str(expected.count("\n"))),
        ("Content-Disposition", f"attachment; filename=house-{house}.csv"),
    ):
        seen = download.headers.get(name)
        assert seen == value, f"{what} must come with {name}: {value}, and not with {seen}."
    kind = download.headers.get("Content-Type", "")
    assert kind.startswith("text/csv"), f"{what} must be text/csv, not {kind or 'nothing'}."
    answer = body(download)
    gone = f" The server fell over {told(download.error)}." if download.error else ""
    assert answer != expected or not gone, f"{what} must be sent to its end.{gone}"
    if sent.method == "HEAD" or sent.pieces == 0:
        assert answer == "", f"{what} must be answered with headers alone, not {short(answer)}."
        assert not gone, f"{what} must be answered with headers alone.{gone}"
        return
    largest = max(map(len, download.pieces), default=0)
    assert largest <= LARGEST_PIECE, f"{what} came with a piece of {largest} bytes, and 8,192 are the most."
    if sent.pieces is None or not answer or gone:
        assert answer == expected, f"{what} must have {difference(expected, answer)}.{gone}"
    else:
        assert expected.startswith(answer), f"{what} must have begun with {difference(expected, answer)}."


def has_status(download: Download, status: int) -> None:
    assert download.status == status, (
        f"{''.join(failures)}{named(download.sent)} must be answered with {status}, not {download.status}."
    )


def named(sent: Sent) -> str:
    slow = "a slow client" if sent.slow else "a client"
    how = {0: "who was gone before the first piece", 1: "who was gone after the first", 2: "who went away halfway"}
    if sent.pieces is not None:
        return f"{sent.method} {sent.path} by {slow} {how[sent.pieces]}"
    return f"{sent.method} {sent.path}{' by a slow client' if sent.slow else ''}"


def house_in(sent: Sent) -> int:
    return int(sent.path.split("/")[2])


def body(download: Download) -> str:
    return b"".join(download.pieces).decode()


def missing_flat(house: int) -> int | None:
    return next((flat for flat, quarters in book[house].items() if None in quarters), None)


def export_of(house: int) -> str:
    return "".join(
        f"house {house};flat {flat};{quarter};{kwh}\n"
        for flat, quarters in book[house].items()
        for quarter, kwh in enumerate(quarters, 1)
    )


def difference(expected: str, seen: str) -> str:
    """The first line that differs, or how much there is."""
    lines = zip(expected.splitlines(), seen.splitlines(), strict=False)
    for number, (right, other) in enumerate(lines, 1):
        if right != other and not right.startswith(other):
            return f"as line {number} {right!r}, not {short(other)}"
    return f"{len(expected)} bytes, not {len(seen)}"


def short(text: str) -> str:
    return repr(text if len(text) <= 80 else f"{text[:60]} ...")


def noted(message: Warning | str, category: type[Warning], *rest: object) -> None:
    if issubclass(category, ResourceWarning):
        what = str(message).partition(" object at ")[0].replace("<", "")
        left_to_python.append(f"{category.__name__}: {what}")


def told(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error).rstrip('.')}"


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
