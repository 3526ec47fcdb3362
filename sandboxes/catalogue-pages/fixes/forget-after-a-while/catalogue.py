"""The catalogue, ten articles at a time."""

import secrets
import time
from collections.abc import Iterator

from articles import ARTICLES

PATIENCE = 30.0
# The longest unread first.
READING: dict[str, tuple[float, Iterator[list[str]]]] = {}


def pages_of(word: str) -> Iterator[list[str]]:
    found = [article for article in ARTICLES if word in article]
    for start in range(0, len(found), 10):
        yield found[start : start + 10]


def find(word: str) -> str:
    """The token with which to ask for the pages."""
    forget()
    token = secrets.token_hex(8)
    READING[token] = (time.monotonic(), pages_of(word))
    return token


def next_page(token: str) -> list[str]:
    """Empty when there is no further one."""
    _, pages = READING.pop(token, (0.0, iter(())))
    page = next(pages, [])
    if page:
        READING[token] = (time.monotonic(), pages)
    return page


def forget() -> None:
    while READING:
        token, (since, _) = next(iter(READING.items()))
        if time.monotonic() - since <= PATIENCE:
            break
        del READING[token]
