"""The portals of two laboratories. They are made for people with a browser, so a program signs in as a person does."""

from typing import Any

import requests
from requests.cookies import RequestsCookieJar

PORTALS = {"north": "https://portal.north-lab.example", "bay": "https://portal.bay-lab.example"}
PRACTICE = {"practice": "4417", "password": "not the real one"}

# The cookies that each portal has set when the program signed in.
SEATS: dict[str, RequestsCookieJar] = {}


class Unknown(Exception):
    """The laboratory has no such sample."""


def sign_in(lab: str, session: requests.Session) -> None:
    answer = session.post(f"{PORTALS[lab]}/sign-in", data=PRACTICE)
    answer.raise_for_status()
    SEATS[lab] = answer.cookies


def page(lab: str, path: str) -> dict[str, Any]:
    """A page of a portal, as JSON. Now and then a portal signs everybody out."""
    with requests.Session() as session:
        session.trust_env = False
        session.cookies.update(SEATS.get(lab, {}))
        answer = session.get(PORTALS[lab] + path)
        if answer.status_code == 401:
            sign_in(lab, session)
            answer = session.get(PORTALS[lab] + path)
    if answer.status_code == 404:
        raise Unknown(f"The {lab} laboratory has no page {path}.")
    answer.raise_for_status()
    found: dict[str, Any] = answer.json()
    return found
