"""One unit is one checkout: a basket of two to seven lines, from one of six countries."""

from baskets import Line, checkout
from carrier import FIRST

COUNTRIES = tuple(FIRST)
LATEST: dict[str, int] = {}


def lines_of(i: int) -> list[Line]:
    return [
        Line(
            f"article {i * 31 % 997}-{number}, in the colour of the season",
            cents=199 + i * 17 % 800,
            grams=50 * (1 + (i + number) % 9),
            count=1 + number % 2,
        )
        for number in range(2 + i % 6)
    ]


def run(i: int) -> None:
    LATEST.clear()
    LATEST.update(checkout(COUNTRIES[i % 6], lines_of(i)))
