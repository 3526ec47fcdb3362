"""One unit is one reader: two of three look at a page or two and leave, the third reads on, slowly, to the end."""

from collections import deque

from articles import ARTICLES
from catalogue import find, next_page

WORDS = ("oak", "pine", "shelf", "table", "e", "chair", "no. 7")
# Of those who read on: the word, the token, how many they have had.
READERS: deque[tuple[str, str, int]] = deque()
# What was expected in this unit and what came.
LATEST: list[tuple[list[str], list[str]]] = []


def expected(word: str, had: int) -> list[str]:
    return [article for article in ARTICLES if word in article][had : had + 10]


def step(word: str, token: str, had: int) -> int:
    page = next_page(token)
    LATEST.append((expected(word, had), page))
    return len(page)


def run(i: int) -> None:
    LATEST.clear()
    word = WORDS[i % len(WORDS)]
    token = find(word)
    had = step(word, token, 0)
    if i % 3 == 0:
        READERS.append((word, token, had))
    elif i % 3 == 1:
        step(word, token, had)
    if len(READERS) > 8:
        word, token, had = READERS.popleft()
        more = step(word, token, had)
        if more:
            READERS.append((word, token, had + more))
    while len(READERS) > 40:
        READERS.popleft()
