"""One unit is one report that a vet asks for. There is no network here: what `requests` would send goes to `Portal`."""

import json
from http.client import HTTPMessage
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import requests
from findings import Report, report
from portal import PORTALS, Unknown
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from requests.cookies import extract_cookies_to_jar

# What can be turned: how many of a hundred samples go to the laboratory at the bay.
LOAD = {"bay": 80}
# How many pages a portal answers before it signs everybody out.
SEAT_LASTS = 60
# A sample is looked for eight times, so many samples later.
LATER = (0, 1, 2, 4, 6, 9, 12, 16)
FIRST = 1_000
# How the table of a page looks in a browser: which columns there are, how wide they are, and by what they are sorted.
VIEW = "".join(f"{name}:{60 + 7 * turn}px:shown:no-filter!" for turn, name in enumerate(["test", "value", "unit"] * 40))


class Portal:
    """What answers in the place of a laboratory’s portal. It has one seat for the practice, and counts."""

    def __init__(self, lab: str, attributes: str) -> None:
        self.lab = lab
        self.attributes = attributes
        self.seat = ""
        self.seats = self.needless = self.pages = 0
        self.sent: dict[str, str] = {}

    def answer(self, request: PreparedRequest) -> tuple[int, dict[str, Any], str]:
        """A status, a body and a cookie."""
        path = urlsplit(request.url or "").path
        header = str(request.headers.get("Cookie", ""))
        self.sent = dict(pair.split("=", 1) for pair in header.split("; ") if pair)
        if request.method == "POST" and path == "/sign-in":
            return self.sign_in(str(request.body))
        if not self.seat or self.sent.get("seat") != self.seat:
            return 401, {"error": "Nobody is signed in."}, ""
        self.pages += 1
        if self.pages % SEAT_LASTS == 0:
            self.seat = ""
        _, _, sample, _ = path.split("/")
        view = f"view={self.lab}-{sample}-{VIEW}; HttpOnly; Secure{self.attributes}"
        found = findings(self.lab, int(sample))
        return (200, found, view) if found else (404, {"error": "There is no such sample."}, view)

    def sign_in(self, form: str) -> tuple[int, dict[str, Any], str]:
        if parse_qs(form) != {"practice": ["4417"], "password": ["not the real one"]}:
            return 403, {"error": "Nobody has this password."}, ""
        self.needless += bool(self.seat)
        self.seats += 1
        self.seat = f"{self.lab}-{self.seats}"
        return 200, {}, f"seat={self.seat}; HttpOnly; Secure; Path=/"


# What the laboratories measure: the least and the most that is usual.
USUAL = {
    "cat": {"glucose": (55, 125), "creatinine": (90, 220), "potassium": (37, 58)},
    "dog": {"glucose": (75, 128), "creatinine": (50, 150), "potassium": (35, 51)},
}
HOSTS = {
    urlsplit(PORTALS["north"]).netloc: Portal("north", "; Path=/"),
    urlsplit(PORTALS["bay"]).netloc: Portal("bay", ""),
}
LABS = {portal.lab: portal for portal in HOSTS.values()}
NOW = [0]


def findings(lab: str, sample: int) -> dict[str, Any]:
    """What a laboratory knows of a sample now. Its values are there after a while, and some are corrected later."""
    age = NOW[0] - (sample - FIRST) * len(LATER)
    if sample % 12 == 5 or age < 0:
        return {}
    animal = "cat" if sample % 3 else "dog"
    corrected = 61 if sample % 5 == 0 and age >= 80 else 0
    values = {
        name: least - 20 + (sample * 7 + turn * 31 + corrected + len(lab)) % (most - least + 41)
        for turn, (name, (least, most)) in enumerate(USUAL[animal].items())
    }
    ready = age >= 20
    return {"animal": animal, "ready": ready, "values": values if ready else {}}


class Raw:
    """As much of an answer on the wire as `requests` looks at, to find the cookies."""

    def __init__(self, headers: HTTPMessage) -> None:
        self.msg = headers
        self._original_response = self


def send(adapter: HTTPAdapter, request: PreparedRequest, *_: object, **__: object) -> Response:
    status, body, cookie = HOSTS[urlsplit(request.url or "").netloc].answer(request)
    headers = HTTPMessage()
    headers["Content-Type"] = "application/json"
    if cookie:
        headers["Set-Cookie"] = cookie
    response = Response()
    response.status_code, response.url, response.request = status, request.url or "", request
    response.headers.update(headers.items())
    response.raw, response._content = Raw(headers), json.dumps(body).encode()
    response.connection = adapter
    extract_cookies_to_jar(response.cookies, request, response.raw)
    return response


# The adapter is where a session leaves the program. The rest of `requests` is as it is.
HTTPAdapter.send = send  # type: ignore[assignment]


class Asked(NamedTuple):
    lab: str
    sample: int


LATEST: list[tuple[Asked, Report | None]] = [(Asked("bay", 0), None)]


def asked_for(i: int) -> Asked:
    """Every eighth time about a new sample, and in between about earlier ones. A few are no samples at all."""
    sample = FIRST + i // len(LATER) - LATER[i % len(LATER)]
    at_bay = (sample + 1) * LOAD["bay"] // 100 > sample * LOAD["bay"] // 100
    return Asked("bay" if at_bay else "north", sample)


def run(i: int) -> None:
    NOW[0] = i
    asked = asked_for(i)
    LATEST[0] = (asked, answer_to(asked))


def answer_to(asked: Asked) -> Report | None:
    try:
        return report(*asked)
    except Unknown:
        return None


# Python remembers the addresses that it took apart last. Let it have as many as it keeps.
for early in range(200):
    requests.get(f"{PORTALS['north']}/samples/{900_000 + early}/findings")
