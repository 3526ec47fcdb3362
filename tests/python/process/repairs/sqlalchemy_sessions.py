from repairs.repair import Repair

SESSIONS = "sqlalchemy-sessions"
ROLLBACK = "fixes/rollback"
M, D, P = "models.py", "orders.py", "previews.py"
EXPIRE = "    SESSION.expire_all()\n"
ANSWER = "    return bill_for(order_for(SESSION, cafe_id, coffee, kilos))\n"
MADE = "    order = Order(coffee=coffee, kilos=kilos)\n    cafe.orders.append(order)\n"
PLACED = "        order = order_for(session, cafe_id, coffee, kilos)\n"
ADDED = PLACED + "        session.add(order)\n"
LONG = "SESSION = Session(engine, autoflush=False)\n"

RIGHT = {
    "expunge all in place of expire all": Repair(SESSIONS, "", ((P, EXPIRE, "    SESSION.expunge_all()\n"),)),
    "a relationship that does not cascade": Repair(
        SESSIONS,
        "",
        (
            (
                M,
                'relationship(back_populates="cafe", order_by',
                'relationship(back_populates="cafe", cascade="", order_by',
            ),
            (D, PLACED, ADDED),
        ),
    ),
    "a scoped session that is removed": Repair(
        SESSIONS,
        "",
        (
            (P, "import Session\n", "import scoped_session, sessionmaker\n"),
            (P, LONG, "SESSIONS = scoped_session(sessionmaker(engine, autoflush=False))\n"),
            (P, EXPIRE, ""),
            (
                P,
                ANSWER,
                "    try:\n"
                "        return bill_for(order_for(SESSIONS(), cafe_id, coffee, kilos))\n"
                "    finally:\n"
                "        SESSIONS.remove()\n",
            ),
        ),
    ),
    "a new session when fifty orders are pending": Repair(
        SESSIONS, "", ((P, EXPIRE, EXPIRE + "    if len(SESSION.new) > 50:\n        SESSION.close()\n"),)
    ),
    "sums in SQL, and a draft that is no row": Repair(
        SESSIONS,
        "",
        (
            (P, "from orders import Bill, bill_for, order_for\n", "import orders\nfrom orders import Bill\n"),
            (
                P,
                "from models import engine\n",
                "from models import Cafe, Order, engine\nfrom sqlalchemy import func, select\n",
            ),
            (P, "from sqlalchemy.orm import Session\n", ""),
            (P, LONG, ""),
            (P, EXPIRE, ""),
            (
                P,
                ANSWER,
                "    sums = func.count(Order.id), func.coalesce(func.sum(Order.kilos), 0)\n"
                "    others = select(*sums).where(Order.cafe_id == cafe_id)\n"
                "    with engine.connect() as connection:\n"
                "        known = connection.scalar(select(Cafe.id).where(Cafe.id == cafe_id))\n"
                "        count, load = connection.execute(others).one()\n"
                "    if known is None or coffee not in orders.PRICES:\n"
                '        raise orders.Refused(f"There is no {coffee} for café {cafe_id}.")\n'
                "    if load + kilos > orders.KILOS_A_CAFE:\n"
                "        room = orders.KILOS_A_CAFE\n"
                "        raise orders.Refused(\n"
                '            f"The van has room for {room} kilos for café {cafe_id}, and that makes {load + kilos}."\n'
                "        )\n"
                "    return Bill(kilos * orders.PRICES[coffee], 0 if count else orders.VAN)\n",
            ),
        ),
    ),
    "written, and rolled back": Repair(
        SESSIONS,
        "",
        (
            (P, LONG, ""),
            (P, EXPIRE, ""),
            (
                P,
                ANSWER,
                "    with Session(engine) as session, session.begin() as transaction:\n"
                "        order = order_for(session, cafe_id, coffee, kilos)\n"
                "        session.flush()\n"
                "        bill = bill_for(order)\n"
                "        transaction.rollback()\n"
                "        return bill\n",
            ),
        ),
    ),
}

WRONG = {
    "an order that is given its café, and added too late": Repair(
        SESSIONS,
        "",
        ((D, MADE, "    order = Order(cafe=cafe, coffee=coffee, kilos=kilos)\n"), (D, PLACED, ADDED)),
        "for delivery",
    ),
    "a session for each café": Repair(
        SESSIONS,
        "",
        (
            (P, LONG, "SESSIONS = [Session(engine, autoflush=False) for _ in range(25)]\n"),
            (P, EXPIRE, "    session = SESSIONS[cafe_id % 25]\n    session.expire_all()\n"),
            (P, ANSWER, ANSWER.replace("SESSION", "session")),
        ),
        "Growing",
        "growing",
    ),
    "expunged in a finally, and nothing is read anew": Repair(
        SESSIONS,
        "",
        (
            (P, EXPIRE, ""),
            (
                P,
                ANSWER,
                "    try:\n    " + ANSWER + "    finally:\n"
                "        for order in SESSION.new:\n"
                "            SESSION.expunge(order)\n",
            ),
        ),
        "for café",
    ),
    "answers that are remembered": Repair(
        SESSIONS,
        ROLLBACK,
        (
            (P, "from models", "from functools import lru_cache\n\nfrom models"),
            (P, "def preview", "@lru_cache(maxsize=64)\ndef preview"),
        ),
        "must",
    ),
    "an order that is not among the others": Repair(
        SESSIONS,
        "",
        (
            (D, "    cafe.orders.append(order)\n", ""),
            (D, "    load = sum(", "    load = kilos + sum("),
            (D, "len(order.cafe.orders) == 1", "order.cafe is None"),
            (D, PLACED, PLACED + "        order.cafe_id = cafe_id\n        session.add(order)\n"),
        ),
        "for delivery",
    ),
    "a long session that flushes": Repair(
        SESSIONS, "", ((P, LONG, "SESSION = Session(engine)\n"),), "and that makes 99"
    ),
}
