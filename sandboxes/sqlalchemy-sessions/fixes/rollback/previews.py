"""What an order would come to. The shop asks with every key that somebody presses, and nothing of it is saved."""

from models import engine
from orders import Bill, bill_for, order_for
from sqlalchemy.orm import Session

# A preview must not reach the database, so no query may flush it.
SESSION = Session(engine, autoflush=False)


def preview(cafe_id: int, coffee: str, kilos: int) -> Bill:
    try:
        return bill_for(order_for(SESSION, cafe_id, coffee, kilos))
    finally:
        # Whatever the preview has read or made ends with it.
        SESSION.rollback()
