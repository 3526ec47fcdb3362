"""What an order would come to. The shop asks with every key that somebody presses, and nothing of it is saved."""

from models import engine
from orders import Bill, bill_for, order_for
from sqlalchemy.orm import Session


def preview(cafe_id: int, coffee: str, kilos: int) -> Bill:
    # A preview must not reach the database, so no query may flush it.
    with Session(engine, autoflush=False) as session:
        return bill_for(order_for(session, cafe_id, coffee, kilos))
