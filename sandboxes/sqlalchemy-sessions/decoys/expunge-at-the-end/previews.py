"""What an order would come to. The shop asks with every key that somebody presses, and nothing of it is saved."""

from models import engine
from orders import Bill, bill_for, order_for
from sqlalchemy.orm import Session

# A preview must not reach the database, so no query may flush it.
SESSION = Session(engine, autoflush=False)


def preview(cafe_id: int, coffee: str, kilos: int) -> Bill:
    # Orders come and go all day: forget what an earlier preview has read.
    SESSION.expire_all()
    order = order_for(SESSION, cafe_id, coffee, kilos)
    bill = bill_for(order)
    SESSION.expunge(order)
    return bill
