"""The catalogue, ten articles at a time."""

import secrets
from collections.abc import Iterator

from articles import ARTICLES

READING: dict[str, Iterator[list[str]]] = {}


def pages_of(word: str) -> Iterator[list[str]]:
    found = [article for article in ARTICLES if word in article]
    for start in range(0, len(found), 10):
        yield found[start : start + 10]


def find(word: str) -> str:
    """The token with which to ask for the pages."""
    token = secrets.token_hex(8)
    READING[token] = pages_of(word)
    if len(READING) > 100:
        del READING[next(iter(READING))]
    return token


def next_page(token: str) -> list[str]:
    """Empty when there is no further one."""
    page = next(READING.get(token, iter(())), [])
    if not page:
        READING.pop(token, None)
    return page
