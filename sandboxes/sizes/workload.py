"""One unit is the report of one ferry: where it is and how late. Now and then its delay is another than before."""

from dispatch import OFFICE
from positions import Position

# What can be turned: how many reports of a hundred bring another delay.
LOAD = {"delays": 10}
FERRIES = ("Alder", "Birch", "Cedar", "Linden", "Willow")
LATE = dict.fromkeys(FERRIES, 0)


def ferry_of(i: int) -> str:
    return FERRIES[(i + i // 5) % 5]


def position_of(i: int) -> Position:
    return Position(ferry_of(i), 21_600 + i * 0.5, i * 0.37 % 9, i * 0.11 % 5)


def brings_news(i: int) -> bool:
    share = LOAD["delays"]
    return (i + 1) * share // 100 > i * share // 100


def run(i: int) -> None:
    ferry = ferry_of(i)
    if brings_news(i):
        LATE[ferry] = (LATE[ferry] + 7 + i // 10 % 4) % 30
    OFFICE.report(position_of(i), LATE[ferry])
