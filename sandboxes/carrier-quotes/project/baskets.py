"""A basket on its way through the checkout."""

from dataclasses import dataclass
from functools import cache

from carrier import CARRIER


@dataclass(frozen=True)
class Line:
    article: str
    cents: int
    grams: int
    count: int


class Basket:
    def __init__(self, country: str, lines: list[Line]) -> None:
        self.country = country
        self.lines = lines

    def goods(self) -> int:
        return sum(line.cents * line.count for line in self.lines)

    @cache
    def postage(self) -> int:
        """In cents. The carrier takes its time, so it is asked once."""
        return CARRIER.quote(self.country, sum(line.grams * line.count for line in self.lines))

    def total(self) -> int:
        return self.goods() + self.postage()


def checkout(country: str, lines: list[Line]) -> dict[str, int]:
    basket = Basket(country, lines)
    return {"goods": basket.goods(), "postage": basket.postage(), "total": basket.total()}
