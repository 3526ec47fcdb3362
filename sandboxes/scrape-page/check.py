"""What the shop and its dashboards rely on."""

import re
from collections import Counter

from metrics import page
from workload import LATEST, request_of

LINE = re.compile(r'requests_total\{method="(\w+)",path="/([^/"]+)[^"]*",status="(\d+)"\} (\d+)')
EXPECTED: Counter[tuple[str, str, int]] = Counter()
LOOK_EVERY = 97


def status_of(method: str, path: str) -> int:
    if path == "/wp-admin":
        return 404
    if path.startswith("/articles") and method != "GET":
        return 405
    return 200 if path.count("/") == 2 or path == "/cart" else 400


def during(i: int) -> None:
    method, path = request_of(i)
    status = status_of(method, path)
    assert LATEST[0] == status, f"{method} {path} must be answered with {status}, not {LATEST[0]}."
    EXPECTED[method, path.split("/")[1], status] += 1
    if i % LOOK_EVERY == 0 or i < 20:
        look()


def look() -> None:
    counted: Counter[tuple[str, str, int]] = Counter()
    for line in page().splitlines():
        parts = LINE.fullmatch(line)
        assert parts is not None, f"This is no line of the page: {line!r}."
        counted[parts[1], parts[2], int(parts[3])] += int(parts[4])
    for key in EXPECTED | counted:
        method, area, status = key
        assert counted[key] == EXPECTED[key], (
            f"The page must count {EXPECTED[key]} times {method} /{area} with {status}, and counts {counted[key]}."
        )


def after() -> None:
    look()
