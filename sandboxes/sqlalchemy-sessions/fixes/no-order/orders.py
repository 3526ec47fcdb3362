"""Orders: taken, delivered, and what a café has open. Each call is one transaction."""

from dataclasses import dataclass

from models import Cafe, Order, engine
from sqlalchemy import select
from sqlalchemy.orm import Session

# In cents a kilo.
PRICES = {"house": 1_490, "dark": 1_620, "filter": 1_750, "decaf": 1_880, "single": 2_450}
VAN, KILOS_A_CAFE = 900, 60


class Refused(Exception):
    """Nobody can order this."""


@dataclass(slots=True)
class Bill:
    coffee: int
    delivery: int


def bill_for(session: Session, cafe_id: int, coffee: str, kilos: int) -> Bill:
    """What a new order comes to, besides the others of its café: the van brings them together."""
    cafe = session.get(Cafe, cafe_id)
    if cafe is None or coffee not in PRICES:
        raise Refused(f"There is no {coffee} for café {cafe_id}.")
    others = session.scalars(select(Order.kilos).where(Order.cafe_id == cafe_id)).all()
    load = kilos + sum(others)
    if load > KILOS_A_CAFE:
        raise Refused(f"The van has room for {KILOS_A_CAFE} kilos for café {cafe_id}, and that makes {load}.")
    return Bill(kilos * PRICES[coffee], 0 if others else VAN)


def place(cafe_id: int, coffee: str, kilos: int) -> tuple[int, Bill]:
    """The number of a new order, and what it comes to."""
    with Session(engine) as session, session.begin():
        bill = bill_for(session, cafe_id, coffee, kilos)
        order = Order(cafe_id=cafe_id, coffee=coffee, kilos=kilos)
        session.add(order)
        session.flush()
        return order.id, bill


def deliver(number: int) -> None:
    with Session(engine) as session, session.begin():
        session.delete(session.get_one(Order, number))


def open_orders(cafe_id: int) -> list[tuple[int, str, int]]:
    """Number, coffee and kilos of what this café waits for, the oldest first."""
    rows = select(Order.id, Order.coffee, Order.kilos).where(Order.cafe_id == cafe_id).order_by(Order.id)
    with Session(engine) as session:
        return [(number, coffee, kilos) for number, coffee, kilos in session.execute(rows)]
