"""What an order would come to. The shop asks with every key that somebody presses, and nothing of it is saved."""

from models import engine
from orders import Bill, bill_for, order_for
from sqlalchemy.orm import scoped_session, sessionmaker

# A preview must not reach the database, so no query may flush it.
SESSIONS = scoped_session(sessionmaker(engine, autoflush=False))


def preview(cafe_id: int, coffee: str, kilos: int) -> Bill:
    session = SESSIONS()
    # Orders come and go all day: forget what an earlier preview has read.
    session.expire_all()
    return bill_for(order_for(session, cafe_id, coffee, kilos))
