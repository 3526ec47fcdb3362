"""One unit is one request: mostly previews, and in between orders that are placed and delivered."""

from collections import deque
from typing import NamedTuple

from models import Base, Cafe, engine
from orders import PRICES, Bill, Refused, deliver, place
from previews import preview
from sqlalchemy.orm import Session

# What can be turned: how many cafés ask, and how many of a hundred requests are previews.
LOAD = {"cafes": 24, "previews": 85}
CAFES = 24
COFFEES = tuple(PRICES)
OPEN_AT_MOST = 16


class Asked(NamedTuple):
    """What a request wants. A delivery has the number of an order."""

    what: str
    cafe: int = 0
    coffee: str = ""
    kilos: int = 0
    number: int = 0


class Answer(NamedTuple):
    bill: Bill | None = None
    number: int = 0
    refused: str = ""


# Numbers of the orders that are open, the oldest first.
OPEN: deque[int] = deque()
LATEST = [(Asked("nothing"), Answer())]


def is_preview(i: int) -> bool:
    share = LOAD["previews"]
    return (i + 1) * share // 100 > i * share // 100


def request_for(i: int) -> Asked:
    """Request number `i`. Some are for more than the van takes, and a few for a café or a coffee that there is not."""
    cafe = 1 + (7 * i + i // 24) % LOAD["cafes"]
    coffee, kilos = COFFEES[i // 3 % len(COFFEES)], 1 + i * 5 % 31
    if is_preview(i):
        if i % 11 == 5:
            return Asked("preview", cafe, coffee, kilos=50 + kilos)
        if i % 53 == 11:
            return Asked("preview", 1_000 + i, coffee, kilos)
        return Asked("preview", cafe, f"coffee-{i}" if i % 53 == 31 else coffee, kilos)
    if len(OPEN) == OPEN_AT_MOST or (OPEN and i % 2):
        return Asked("deliver", number=OPEN.popleft())
    return Asked("place", cafe, coffee, kilos=61 if i % 19 == 4 else kilos)


def run(i: int) -> None:
    asked = request_for(i)
    LATEST[0] = (asked, answer_to(asked))


def answer_to(asked: Asked) -> Answer:
    try:
        match asked.what:
            case "preview":
                return Answer(preview(asked.cafe, asked.coffee, asked.kilos))
            case "place":
                number, bill = place(asked.cafe, asked.coffee, asked.kilos)
                OPEN.append(number)
                return Answer(bill, number)
            case _:
                deliver(asked.number)
    except Refused as refused:
        return Answer(refused=str(refused))
    return Answer()


Base.metadata.create_all(engine)
with Session(engine) as session, session.begin():
    session.add_all(Cafe(id=number) for number in range(1, CAFES + 1))
# SQLAlchemy configures and compiles on first use what then stays for good.
for number in range(OPEN_AT_MOST):
    answer_to(Asked("place", 1 + 5 * number % CAFES, COFFEES[0], 9))
for early in range(-106, 0):
    run(early)
