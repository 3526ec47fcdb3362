"""What the people who use the service and its debug page rely on."""

import json
import time
import traceback
from collections import deque
from collections.abc import Callable
from math import ceil
from typing import Any

from app import app
from werkzeug.exceptions import BadRequest, HTTPException, NotFound
from werkzeug.test import Client
from workload import AGENTS, LATEST, SLOW_LINE, Answer, address, is_slow, number, request_for

from leaklab.lesson import said

VISITOR = Client(app)
# The page is opened after each of the first requests, later after some of them.
EACH_UNTIL = 50
LOOK_EVERY = (19, 31)
FIELDS: dict[str, type | tuple[type, ...]] = {
    "at": (int, float),
    "milliseconds": (int, float),
    "client": str,
    "method": str,
    "path": str,
    "headers": dict,
    "sent": str,
    "status": int,
    "answered": str,
}
SHOWN = 20
FORM = said("The debug page must keep its form", de="Die Debug-Seite muss ihre Form behalten")
ANSWER = said("the answer", de="Die Antwort")
# country: (the first kilogram, each further one)
PRICES = {
    "AT": (9.4, 1.3),
    "BE": (7.1, 0.9),
    "DE": (6.2, 0.8),
    "DK": (9.9, 1.6),
    "ES": (11.5, 1.9),
    "FR": (8.8, 1.2),
    "IT": (10.7, 1.7),
    "NL": (5.9, 0.7),
    "PL": (8.3, 1.4),
    "SE": (12.6, 2.1),
}
FIRST = "/labels/1"

# What was answered last, and what the service says that it fell over.
answers: deque[str] = deque(maxlen=SHOWN)
failures: list[str] = []


def before() -> None:
    app.handle_exception = telling(app.handle_exception)
    app.handle_user_exception = telling(app.handle_user_exception)
    page = debug_page()
    counts(page, 0, 0, said("before the first request", de="Vor der ersten Anfrage"))
    assert page["recent"] == [], said(
        f"Before the first request the debug page must show none, not {len(page['recent'])}.",
        de=f"Vor der ersten Anfrage darf die Debug-Seite noch keine zeigen, und sie zeigt {len(page['recent'])}.",
    )
    missing = VISITOR.get(FIRST, buffered=True)
    answered_as_before("GET", FIRST, Answer(missing.status_code, missing.get_data(as_text=True)), 404, not_found())
    answers.append(missing.get_data(as_text=True))


def telling(handle: Callable[[Exception], Any]) -> Callable[[Exception], Any]:
    """Flask's own handling of an exception; what it was is told with a broken promise."""

    def handled(error: Exception) -> Any:
        if not isinstance(error, HTTPException):
            steps = [(step.f_code.co_filename, line) for step, line in traceback.walk_tb(error.__traceback__)]
            own = [(file, line) for file, line in steps if is_own(file)]
            failures[:] = [f"{type(error).__name__}: {error}{at(*own[-1]) if own else ''}. "]
        return handle(error)

    return handled


def at(file: str, line: int) -> str:
    name = file.rpartition("/")[2]
    return said(f" ({name}, line {line})", de=f" ({name}, Zeile {line})")


def is_own(file: str) -> bool:
    return file.rpartition("/")[0] == app.root_path


def during(i: int) -> None:
    sent = request_for(i)
    answered_as_before(sent.method, sent.path, LATEST[0], sent.status, expected_answer(i))
    answers.append(LATEST[0].body)
    failures.clear()
    if i < EACH_UNTIL or any(i % every == 0 for every in LOOK_EVERY):
        look(i)


def look(i: int) -> None:
    page = debug_page()
    total, failed = i + 2, 1 + failures_until(i)
    counts(page, total, failed, said(f"after {total} requests", de=f"Nach {total} Anfragen"))
    recent = page["recent"]
    assert len(recent) == min(SHOWN, total), said(
        f"The debug page must show the last {SHOWN} requests at any time; after {total} it shows {len(recent)}.",
        de=f"Die Debug-Seite muss jederzeit die letzten {SHOWN} Anfragen zeigen; nach {total} zeigt sie {len(recent)}.",
    )
    for entry in recent:
        for field, kind in FIELDS.items():
            assert field in entry, said(
                f"{FORM}, and one of its requests comes without {field}.",
                de=f"{FORM}, und bei einer ihrer Anfragen fehlt {field}.",
            )
            assert isinstance(entry[field], kind), said(
                f"{FORM}, and a request has as {field} {entry[field]!r}.",
                de=f"{FORM}, und bei einer Anfrage ist {field} {entry[field]!r}.",
            )
    order = [entry["path"].rstrip("?") for entry in recent]
    expected = [path_of(i - back) for back in range(len(recent))]
    assert order == expected, said(
        f"The debug page must show the newest first, each with its path: {first_other(order, expected)}.",
        de=f"Die Debug-Seite muss die neueste zuerst zeigen, jede mit ihrem Pfad: {first_other(order, expected)}.",
    )
    for back, entry in enumerate(recent):
        shows(entry, i - back, answers[-1 - back])
    times, now = [entry["at"] for entry in recent], time.time()
    is_right = times == sorted(times, reverse=True) and 0 <= now - times[0] < 1
    assert is_right, said(
        f"The debug page must show when each came, in seconds: newest {now:.3f}, not {times[0]}.",
        de=f"Die Debug-Seite muss zeigen, wann jede Anfrage kam, in Sekunden: die neueste {now:.3f}, nicht {times[0]}.",
    )


def shows(entry: dict[str, Any], i: int, answered: str) -> None:
    which = number(i) if i >= 0 else FIRST
    what = said(f"{which} on the debug page", de=f"{which} auf der Debug-Seite")
    if i < 0:
        assert entry["status"] == 404, said(
            f"{what} must have the status 404, not {entry['status']!r}.",
            de=f"{what} muss den Status 404 haben, nicht {entry['status']!r}.",
        )
    else:
        sent = request_for(i)
        least = SLOW_LINE * 1_000 * is_slow(i)
        for field, expected in (
            ("client", address(i)),
            ("method", sent.method),
            ("sent", sent.body),
            ("status", sent.status),
        ):
            assert entry[field] == expected, said(
                f"{what} must have as {field} {expected!r}, not {entry[field]!r}.",
                de=f"{what} muss als {field} {expected!r} haben, nicht {entry[field]!r}.",
            )
        took = entry["milliseconds"]
        assert least <= took < least + 50, said(
            f"{what} took {least:.0f} milliseconds, and not {took!r}.",
            de=f"{what} hat {least:.0f} Millisekunden gedauert, und nicht {took!r}.",
        )
        headers = {name.lower(): value for name, value in entry["headers"].items()}
        expected_headers = {"user-agent": AGENTS[sent.shop], "x-request-id": number(i), "host": "localhost"}
        if sent.body:
            expected_headers |= {"content-type": "application/json", "content-length": str(len(sent.body.encode()))}
        for name, value in expected_headers.items():
            assert headers.get(name) == value, said(
                f"{what} must come with the header {name}: {value}; it has {headers.get(name, 'none of that name')!r}.",
                de=f"{what} muss den Header {name}: {value} haben, nicht {headers.get(name, 'gar keinen')!r}.",
            )
    assert entry["answered"] == answered, said(
        f"{what} must show what was answered, to the letter: {short(answered)}, not {short(entry['answered'])}.",
        de=f"{what} muss buchstabengetreu zeigen, was geantwortet wurde: {short(answered)}, "
        f"nicht {short(entry['answered'])}.",
    )


def debug_page() -> dict[str, Any]:
    answer = VISITOR.get("/debug/requests", buffered=True)
    assert answer.status_code == 200, fell_over(answer.status_code) + said(
        f"GET /debug/requests must be answered with 200, not {answer.status_code}.",
        de=f"GET /debug/requests muss mit 200 beantwortet werden, nicht mit {answer.status_code}.",
    )
    page = answer.get_json(silent=True)
    text = short(answer.get_data(as_text=True))
    assert isinstance(page, dict), said(f"{FORM}, JSON, and it is {text}.", de=f"{FORM}, JSON, und sie ist {text}.")
    for name, kind in (("total", int), ("failed", int), ("recent", list)):
        assert isinstance(page.get(name), kind), said(
            f"{FORM}, and its `{name}` is {page.get(name)!r}.",
            de=f"{FORM}, und `{name}` ist darin {page.get(name)!r}.",
        )
    return page


def counts(page: dict[str, Any], total: int, failed: int, when: str) -> None:
    assert page["total"] == total, said(
        f"The debug page must count every request since the start, and no look at itself: "
        f"{when} it says {page['total']}, not {total}.",
        de=f"Die Debug-Seite muss jede Anfrage seit dem Start zählen, und keinen Blick auf sich selbst: "
        f"{when} steht dort {page['total']}, nicht {total}.",
    )
    assert page["failed"] == failed, said(
        f"The debug page must count every failed request since the start: "
        f"{when} it says {page['failed']}, not {failed}.",
        de=f"Die Debug-Seite muss jede gescheiterte Anfrage seit dem Start zählen: "
        f"{when} steht dort {page['failed']}, nicht {failed}.",
    )


def answered_as_before(method: str, path: str, answer: Answer, status: int, expected: dict[str, Any]) -> None:
    what = f"{method} {path}"
    assert answer.status == status, fell_over(answer.status) + said(
        f"{what} must be answered with {status} as before, not {answer.status}.",
        de=f"{what} muss wie zuvor mit {status} beantwortet werden, nicht mit {answer.status}.",
    )
    try:
        body = json.loads(answer.body)
    except ValueError:
        body = answer.body
    assert body == expected, said(
        f"{what} must be answered as before: {difference(expected, body)}.",
        de=f"{what} muss wie zuvor beantwortet werden: {difference(expected, body)}.",
    )


def expected_answer(i: int) -> dict[str, Any]:
    sent = request_for(i)
    if sent.path.startswith("/parcels/"):
        return not_found()
    if sent.status == 404:
        return {"error": "We do not deliver to XK."}
    if sent.status == 500:
        return {"error": "Something went wrong on our side."}
    if sent.status == 400 and sent.body.endswith("}"):
        return {"error": "Each parcel needs a country and a weight in kilograms."}
    if sent.status == 400:
        return {"error": BadRequest.description}
    if sent.method == "GET":
        return offer(sent.path[9:11], 1)
    offers = [offer(parcel["country"], ceil(parcel["kilograms"])) for parcel in json.loads(sent.body)["parcels"]]
    return {"offers": offers, "total": round(sum(one["standard"] for one in offers), 2)}


def offer(country: str, kilograms: int) -> dict[str, Any]:
    first, further = PRICES[country]
    price = first + further * (kilograms - 1)
    standard = round(price, 2)
    return {
        "country": country,
        "kilograms": kilograms,
        "standard": standard,
        "express": round(price * 1.75, 2),
        "per_kilogram": round(standard / kilograms, 2),
    }


def not_found() -> dict[str, Any]:
    return {"error": NotFound.description}


FAILED_IN_40 = [sum(request_for(i).status >= 400 for i in range(end)) for end in range(41)]


def failures_until(i: int) -> int:
    """How many of the requests 0 to `i` fail: what goes wrong repeats itself after 40."""
    return (i + 1) // 40 * FAILED_IN_40[40] + FAILED_IN_40[(i + 1) % 40]


def path_of(i: int) -> str:
    return request_for(i).path if i >= 0 else FIRST


def first_other(order: list[str], expected: list[str]) -> str:
    place = next(place for place, path in enumerate(expected) if order[place] != path)
    return said(
        f"as number {place + 1} {expected[place]}, and it shows {order[place]}",
        de=f"an Stelle {place + 1} {expected[place]}, und sie zeigt {order[place]}",
    )


def difference(expected: object, seen: object, place: str = ANSWER) -> str:
    """The first of them, by its place."""
    if isinstance(expected, dict) and isinstance(seen, dict) and expected.keys() == seen.keys():
        pairs = [(f"{place}.{key}".removeprefix(f"{ANSWER}."), expected[key], seen[key]) for key in expected]
    elif isinstance(expected, list) and isinstance(seen, list) and len(expected) == len(seen):
        pairs = [(f"{place}[{number}]", *pair) for number, pair in enumerate(zip(expected, seen, strict=True))]
    else:
        pairs = []
    for inner, one, other in pairs:
        if one != other:
            return difference(one, other, inner)
    return said(
        f"{place} must be {short(expected)}, not {short(seen)}",
        de=f"{place} muss {short(expected)} sein, nicht {short(seen)}",
    )


def fell_over(status: int) -> str:
    return "".join(failures) if status == 500 else ""


def short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, sort_keys=True, default=repr)
    return text if len(text) <= 120 else f"{text[:80]} ... {text[-30:]}"


def after() -> None:
    counted = debug_page()["total"]
    answer = VISITOR.get("/tariffs/SE", buffered=True)
    answered_as_before(
        "GET", "/tariffs/SE", Answer(answer.status_code, answer.get_data(as_text=True)), 200, offer("SE", 1)
    )
    page = debug_page()
    assert page["total"] == counted + 1, said(
        f"After one more request the debug page must count {counted + 1}.",
        de=f"Nach einer weiteren Anfrage muss die Debug-Seite {counted + 1} zählen.",
    )
    newest = page["recent"][0]
    assert newest["path"].rstrip("?") == "/tariffs/SE", said(
        f"The debug page must show the newest first: /tariffs/SE, and shows {newest['path']}.",
        de=f"Die Debug-Seite muss die neueste zuerst zeigen: /tariffs/SE, und sie zeigt {newest['path']}.",
    )
