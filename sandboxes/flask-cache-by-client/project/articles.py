"""What is in today's paper, and how often each article was opened."""

from collections import Counter
from collections.abc import Container
from heapq import nlargest

TITLES = {
    101: "The harbour bridge closes for the summer",
    102: "A new roof for the school, three years late",
    103: "Fewer cars on the market square",
    104: "The night bus runs on Sundays again",
    105: "After ninety years the bakery changes hands",
    106: "The river is as low as it was in 1976",
    107: "What the town hall spends on heating",
    108: "The library opens at eight",
    109: "The derby ends without a goal",
    110: "The last cinema shows its last film",
    111: "Four hundred wait for an allotment",
    112: "The fire brigade looks for volunteers",
    113: "Eleven turbines on the ridge",
    114: "Rents rise more slowly than last year",
    115: "The pool stays open in the rain",
    116: "A choir without an audience",
    117: "The cycle path that ends at a wall",
    118: "Letters from 1911 found in the attic",
    119: "The clinic keeps its emergency room",
    120: "Two pairs of storks on the old mill",
    121: "The printing works prints its own history",
    122: "Half of the marathon, twice the runners",
    123: "A tram line on paper",
    124: "Whose apples are they?",
}
VIEWS: Counter[int] = Counter()


def most_read(known: Container[int], count: int = 3) -> list[int]:
    """The articles that were opened most, but for those that are known; the one nearer the top of the page first."""
    return nlargest(count, (number for number in TITLES if number not in known), key=lambda number: VIEWS[number])
