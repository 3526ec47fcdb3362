"""What the customers and the carrier rely on."""

from carrier import CARRIER, FIRST
from workload import COUNTRIES, LATEST, lines_of

# How often the carrier had been asked before this checkout.
ASKED = [0]


def during(i: int) -> None:
    lines = lines_of(i)
    goods = sum(line.cents * line.count for line in lines)
    postage = FIRST[COUNTRIES[i % 6]] + 35 * (sum(line.grams * line.count for line in lines) // 500)
    expected = {"goods": goods, "postage": postage, "total": goods + postage}
    assert expected == LATEST, f"A checkout must be answered with {expected}, not {LATEST}."
    asked, ASKED[0] = CARRIER.asked - ASKED[0], CARRIER.asked
    assert asked <= 1, f"The carrier must be asked once at most for each checkout, not {asked} times."
