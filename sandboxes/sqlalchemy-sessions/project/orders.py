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


def order_for(session: Session, cafe_id: int, coffee: str, kilos: int) -> Order:
    """A new order, among the others of its café: the van brings them together."""
    cafe = session.get(Cafe, cafe_id)
    if cafe is None or coffee not in PRICES:
        raise Refused(f"There is no {coffee} for café {cafe_id}.")
    order = Order(coffee=coffee, kilos=kilos)
    cafe.orders.append(order)
    load = sum(order.kilos for order in cafe.orders)
    if load > KILOS_A_CAFE:
        raise Refused(f"The van has room for {KILOS_A_CAFE} kilos for café {cafe_id}, and that makes {load}.")
    return order


def bill_for(order: Order) -> Bill:
    """Whoever has another order open pays the van with that."""
    return Bill(order.kilos * PRICES[order.coffee], VAN if len(order.cafe.orders) == 1 else 0)


def place(cafe_id: int, coffee: str, kilos: int) -> tuple[int, Bill]:
    """The number of a new order, and what it comes to."""
    with Session(engine) as session, session.begin():
        order = order_for(session, cafe_id, coffee, kilos)
        session.flush()
        return order.id, bill_for(order)


def deliver(number: int) -> None:
    with Session(engine) as session, session.begin():
        session.delete(session.get_one(Order, number))


def open_orders(cafe_id: int) -> list[tuple[int, str, int]]:
    """Number, coffee and kilos of what this café waits for, the oldest first."""
    rows = select(Order.id, Order.coffee, Order.kilos).where(Order.cafe_id == cafe_id).order_by(Order.id)
    with Session(engine) as session:
        return [(number, coffee, kilos) for number, coffee, kilos in session.execute(rows)]
