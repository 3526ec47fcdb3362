"""The portals of two laboratories. They are made for people with a browser, so a program signs in as a person does."""

from http.cookiejar import Cookie, DefaultCookiePolicy
from typing import Any
from urllib.request import Request

import requests

PORTALS = {"north": "https://portal.north-lab.example", "bay": "https://portal.bay-lab.example"}
PRACTICE = {"practice": "4417", "password": "not the real one"}


class SeatOnly(DefaultCookiePolicy):
    """Whatever else a portal wants to have remembered is for people with a browser."""

    def set_ok(self, cookie: Cookie, request: Request) -> bool:
        return cookie.name == "seat" and super().set_ok(cookie, request)


# One session for all: it keeps its connections, and stays signed in.
SESSION = requests.Session()
SESSION.trust_env = False
SESSION.cookies.set_policy(SeatOnly())


class Unknown(Exception):
    """The laboratory has no such sample."""


def sign_in(lab: str) -> None:
    SESSION.post(f"{PORTALS[lab]}/sign-in", data=PRACTICE).raise_for_status()


def page(lab: str, path: str) -> dict[str, Any]:
    """A page of a portal, as JSON. Now and then a portal signs everybody out."""
    answer = SESSION.get(PORTALS[lab] + path)
    if answer.status_code == 401:
        sign_in(lab)
        answer = SESSION.get(PORTALS[lab] + path)
    if answer.status_code == 404:
        raise Unknown(f"The {lab} laboratory has no page {path}.")
    answer.raise_for_status()
    found: dict[str, Any] = answer.json()
    return found
