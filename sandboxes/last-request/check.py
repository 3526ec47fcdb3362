"""What the clients and those on call rely on."""

import json

from workload import LATEST, request_of


def during(i: int) -> None:
    path, client = request_of(i)
    status, body, page = LATEST[0]
    found = (200, {"number": i, "state": "on its way"})
    expected = found if i % 10 else (404, {"error": "There is no such parcel."})
    answer = (status, json.loads(body))
    assert answer == expected, f"{path} must be answered with {expected}, not {answer}."
    told = f"GET {path} {client}" if i % 8 == 0 else ""
    assert page == told, f"The debug page must say {told!r}, not {page!r}."
