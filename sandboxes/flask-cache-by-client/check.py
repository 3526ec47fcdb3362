"""What the readers rely on, kept by a second book."""

import json
import time
import traceback
from collections import Counter, OrderedDict
from collections.abc import Callable
from typing import Any, NamedTuple

from app import app
from articles import TITLES
from werkzeug.exceptions import HTTPException
from workload import LATEST, Answer, Sent, ask, request_for

# A reader is known for this long, as long as fewer others than this have come since.
SECONDS, OTHERS = 180, 60
DOZEN = 12
PAPER = dict(TITLES)
# Somebody who has been forgotten now and then, with a page that there is not among those that they ask for.
GUEST = "192.0.2.7"
VISIT = ("/articles/109", "/articles/116", "/articles/109", "/articles/99", "/")
VISIT_EVERY = 100


class Known(NamedTuple):
    """When somebody came last, and what they have opened, the latest at the end."""

    at: float
    opened: tuple[int, ...]


# Those who came last, the latest at the end: more than have to be known, for those who come too late.
book: OrderedDict[str, Known] = OrderedDict()
KEPT = OTHERS + 20
views: Counter[int] = Counter()
failures: list[str] = []


def before() -> None:
    app.handle_exception = telling(app.handle_exception)
    visit("192.0.2.1", "/", "/articles/99", "/articles/101", "/")


def during(i: int) -> None:
    judge(request_for(i), LATEST[0])
    failures.clear()
    if i % VISIT_EVERY == 0:
        visit(GUEST, *VISIT)


def after() -> None:
    visit("192.0.2.9", "/articles/124", "/")
    visit("192.0.2.10", "/")


def visit(address: str, *paths: str) -> None:
    for path in paths:
        sent = Sent(address, path)
        judge(sent, ask(sent))


def judge(sent: Sent, answer: Answer) -> None:
    what = f"GET {sent.path}"
    number = int(sent.path.removeprefix("/articles/")) if sent.path != "/" else None
    status = 200 if number is None or number in PAPER else 404
    assert answer.status == status, f"{fell_over()}{what} must be answered with {status}, not {answer.status}."
    if status == 404:
        return
    if number:
        views[number] += 1
    page = json.loads(answer.body)
    opened, must, who = what_is_known(sent.address)
    choices = [opened] if must else [(), opened]
    pages = [expected(number, [*choice, *([number] if number else [])]) for choice in choices]
    wrong = [difference(right, page) for right in pages]
    assert "" in wrong, f"{who}: {what} must have {wrong[0]}."
    enter(sent.address, choices[wrong.index("")], number)


def what_is_known(address: str) -> tuple[tuple[int, ...], bool, str]:
    """What this reader has opened, whether the service has to know that, and a sentence on who it is."""
    known = book.get(address)
    if known is None:
        return (), True, f"{address} has never been here"
    seconds = time.time() - known.at
    others = others_since(address)
    who = f"{address} comes back after {seconds:.0f} seconds, with {others} other readers in between"
    return known.opened, seconds < SECONDS and others < OTHERS, who


def others_since(address: str) -> int:
    return next(count for count, other in enumerate(reversed(book)) if other == address)


def enter(address: str, opened: tuple[int, ...], number: int | None) -> None:
    if number:
        opened = (*(one for one in opened if one != number), number)[-DOZEN:]
    book[address] = Known(time.time(), opened)
    book.move_to_end(address)
    if len(book) > KEPT:
        book.popitem(last=False)


def expected(number: int | None, opened: list[int]) -> dict[str, Any]:
    latest = opened if number is None else [one for one in opened[:-1] if one != number] + [number]
    known = set(latest[-DOZEN:])
    others = [one for one in PAPER if one not in known]
    if number is None:
        return {"new": others, "read": [one for one in PAPER if one in known]}
    return {"title": PAPER[number], "next": sorted(others, key=lambda one: -views[one])[:3]}


def difference(right: dict[str, Any], seen: Any) -> str:
    """The field that differs first, or nothing."""
    if not isinstance(seen, dict) or seen.keys() != right.keys():
        return f"{' and '.join(right)}, not {json.dumps(seen)[:80]}"
    # What was read is the shorter list.
    for name in sorted(right, reverse=True):
        if seen[name] != right[name]:
            return f"under {name} {listed(right[name])}, not {listed(seen[name])}"
    return ""


def listed(value: Any) -> str:
    if not isinstance(value, list):
        return str(value)
    return ", ".join(map(str, value)) or "nothing"


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
