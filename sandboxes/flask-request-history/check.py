"""What the people who use the service and its debug page rely on."""

from typing import Any

from app import app
from werkzeug.test import Client
from workload import COUNTRIES, number, request_for

VISITOR = Client(app)
LOOK_EVERY = 19
FIELDS = ("at", "milliseconds", "client", "method", "path", "headers", "sent", "status", "answered")
LAST_20 = "The debug page must show the last 20 requests, newest first."
seen = {"unit": -1, "total": -1, "failed": -1}


def debug_page() -> dict[str, Any]:
    answer = VISITOR.get("/debug/requests")
    assert answer.status_code == 200, "The page /debug/requests must still be there."
    return answer.get_json()


def before() -> None:
    missing = VISITOR.get("/labels/1")
    assert missing.status_code == 404, "An unknown address must be answered with 404."
    recent = debug_page()["recent"]
    assert [entry["path"] for entry in recent] == ["/labels/1?"], (
        "A request must be on the debug page as soon as it has been answered."
    )


def during(i: int) -> None:
    if i % LOOK_EVERY == 0:
        page = debug_page()
        shows_the_last_20(page["recent"], i)
        counts_them_all(page, i)


def shows_the_last_20(recent: list[dict[str, Any]], i: int) -> None:
    assert len(recent) == 20 or i < 20, (
        f"The debug page must show the last 20 requests at any time; after request {i} it showed {len(recent)}."
    )
    for back, entry in enumerate(recent):
        if back <= i:
            shows(entry, i - back)


def shows(entry: dict[str, Any], i: int) -> None:
    sent = request_for(i)
    gone = [field for field in FIELDS if field not in entry]
    assert not gone, f"Each request on the debug page must still come with its {' and '.join(gone)}."
    assert entry["headers"].get("X-Request-Id") == number(i), LAST_20
    assert (entry["method"], entry["path"].rstrip("?")) == (sent.method, sent.path), LAST_20
    assert entry["sent"] == sent.body, "The debug page must show what the client sent, to the letter."
    assert entry["status"] == sent.status, (
        f"{sent.method} {sent.path} must be answered with {sent.status} as before, not with {entry['status']}."
    )
    part = "error" if sent.status >= 400 else "standard"
    assert f'"{part}"' in entry["answered"], "The debug page must show what the service answered."


def counts_them_all(page: dict[str, Any], i: int) -> None:
    if 0 <= seen["unit"] < i:
        units = range(seen["unit"] + 1, i + 1)
        failed = sum(request_for(unit).status >= 400 for unit in units)
        assert page["total"] - seen["total"] == len(units), (
            "The debug page must count every request since the start of the service."
        )
        assert page["failed"] - seen["failed"] == failed, (
            "The debug page must count every failed request since the start of the service."
        )
    seen.update(unit=i, total=page["total"], failed=page["failed"])


def after() -> None:
    answers = [VISITOR.get(f"/tariffs/{country}").get_json() for country in COUNTRIES[:3]]
    assert [answer["standard"] for answer in answers] == [5.9, 6.2, 7.1], (
        "The tariffs must stay what they were."
    )
    recent = debug_page()["recent"]
    assert [entry["path"] for entry in recent[:3]] == ["/tariffs/BE?", "/tariffs/DE?", "/tariffs/NL?"], (
        LAST_20
    )
