"""What must stay true of program 4, whatever becomes of its memory."""

from city import ASKED, DISTRICTS, KNOWN, STREETS, Ride
from districts import finish
from workload import ANSWER, ride

CENTS = (12, 15, 19)


def price(one: Ride) -> str:
    zone = (KNOWN.index(one.district) + one.street % 3) % 3
    cents = CENTS[zone] * one.minutes
    return f"{cents // 100}.{cents % 100:02} euro"


def during(i: int) -> None:
    expected = price(ride(i))
    assert [expected] == ANSWER, f"Ride {i} costs {expected}, not {ANSWER[0]}."
    district = ride(i).district
    times = ASKED[district]
    assert times == 1, f"The office is asked for a map once; for that of {district} it was asked {times} times."


def after() -> None:
    for number, district in enumerate(DISTRICTS):
        for street in (0, STREETS // 2, STREETS - 1):
            one = Ride(number, "stand 1", "stand 2", district, street, 11)
            assert finish(one) == price(one), f"11 minutes to street {street} of {district} cost {price(one)}."
