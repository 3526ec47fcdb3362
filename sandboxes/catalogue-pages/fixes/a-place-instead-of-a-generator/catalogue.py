"""The catalogue, ten articles at a time."""

import secrets

from articles import ARTICLES

MOST = 1_000
READING: dict[str, tuple[str, int]] = {}


def find(word: str) -> str:
    """The token with which to ask for the pages."""
    token = secrets.token_hex(8)
    READING[token] = (word, 0)
    if len(READING) > MOST:
        del READING[next(iter(READING))]
    return token


def next_page(token: str) -> list[str]:
    """Empty when there is no further one."""
    word, start = READING.pop(token, ("", len(ARTICLES)))
    page = [article for article in ARTICLES if word in article][start : start + 10]
    if page:
        READING[token] = (word, start + 10)
    return page
