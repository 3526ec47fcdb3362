"""What the cafés rely on, held against a second book of open orders."""

from orders import open_orders
from workload import CAFES, LATEST, OPEN, Answer, Asked, answer_to

PRICES = {"house": 1_490, "dark": 1_620, "filter": 1_750, "decaf": 1_880, "single": 2_450}
VAN, KILOS_A_CAFE = 900, 60
# A café and a coffee that there are not.
NOWHERE, NOTHING = 999, "tea"
# How many requests lie between two previews that are asked for twice, and between two rounds around an order.
TWICE, AROUND = 13, 40

# What each café waits for: number, coffee and kilos, the oldest first.
book: dict[int, list[tuple[int, str, int]]] = {}
# The number that was given last; no number is given twice.
LAST = [0]


def before() -> None:
    for cafe in range(1, CAFES + 1):
        book[cafe] = open_orders(cafe)
    for asked in (
        Asked("preview", 1, "house", 7),
        Asked("preview", 1, "house", 61),
        Asked("preview", NOWHERE, "house", 7),
        Asked("preview", 1, NOTHING, 7),
    ):
        judge(asked, answer_to(asked))


def during(i: int) -> None:
    asked, answer = LATEST[0]
    judge(asked, answer)
    if asked.what == "preview" and i % TWICE == 0:
        judge(asked, answer_to(asked))
    if i % AROUND == 0:
        around(1 + i // AROUND % CAFES)


def around(cafe: int) -> None:
    """What just fits, what does not, and one preview before an order, while that is open, and once it is delivered."""
    asked = Asked("preview", cafe, "dark", 3)
    room = KILOS_A_CAFE - sum(kilos for _, _, kilos in book[cafe])
    for kilos in {max(room, 1), room + 1}:
        preview = Asked("preview", cafe, "filter", kilos)
        judge(preview, answer_to(preview))
    judge(asked, answer_to(asked))
    order = Asked("place", cafe, "house", 2)
    placed = answer_to(order)
    judge(order, placed)
    judge(asked, answer_to(asked))
    if placed.bill:
        delivery = Asked("deliver", number=OPEN.pop())
        judge(delivery, answer_to(delivery))
        judge(asked, answer_to(asked))


def after() -> None:
    for cafe in range(1, CAFES + 1):
        judge_open(cafe, "In the end")


def judge(asked: Asked, answer: Answer) -> None:
    if asked.what == "deliver":
        cafe = next(cafe for cafe, orders in book.items() if any(number == asked.number for number, *_ in orders))
        book[cafe] = [order for order in book[cafe] if order[0] != asked.number]
        judge_open(cafe, f"When order {asked.number} has been delivered")
        return
    what = f"{'A preview' if asked.what == 'preview' else 'An order'} of {asked.kilos} kilos of {asked.coffee}"
    what = f"{what} for café {asked.cafe}"
    judge_answer(asked, answer, what)
    if asked.what == "place" and answer.bill:
        assert answer.number > LAST[0], f"{what} must have a number above {LAST[0]}, not {answer.number}."
        LAST[0] = answer.number
        book[asked.cafe] = [*book[asked.cafe], (answer.number, asked.coffee, asked.kilos)]
    if asked.cafe in book:
        judge_open(asked.cafe, f"After {what[0].lower()}{what[1:]}")


def judge_answer(asked: Asked, answer: Answer, what: str) -> None:
    reason = refusal(asked)
    if reason:
        seen = f"refused: {answer.refused}" if answer.refused else "answered with a bill"
        assert answer.refused == reason, f"{what} must be refused: {reason} It is {seen}"
        return
    assert not answer.refused, f"{what} must have a bill, and is refused: {answer.refused}"
    coffee = asked.kilos * PRICES[asked.coffee]
    delivery = 0 if book[asked.cafe] else VAN
    seen_coffee, seen_delivery = getattr(answer.bill, "coffee", None), getattr(answer.bill, "delivery", None)
    assert seen_coffee == coffee, f"{what} must come to {coffee} for the coffee, not {seen_coffee}."
    others = len(book[asked.cafe])
    assert seen_delivery == delivery, (
        f"{what}, which waits for {others} other orders, must come to {delivery} for delivery, not {seen_delivery}."
    )


def refusal(asked: Asked) -> str:
    if asked.cafe not in book or asked.coffee not in PRICES:
        return f"There is no {asked.coffee} for café {asked.cafe}."
    load = asked.kilos + sum(kilos for _, _, kilos in book[asked.cafe])
    if load > KILOS_A_CAFE:
        return f"The van has room for {KILOS_A_CAFE} kilos for café {asked.cafe}, and that makes {load}."
    return ""


def judge_open(cafe: int, when: str) -> None:
    seen = open_orders(cafe)
    extra = [order for order in seen if order not in book[cafe]]
    assert not extra, f"{when}, {listed(extra)} is open for café {cafe}, which nobody has placed."
    missing = [order for order in book[cafe] if order not in seen]
    assert not missing, f"{when}, {listed(missing)} is not open for café {cafe}, which waits for it."
    assert seen == book[cafe], f"{when}, the open orders of café {cafe} must be in the order of their numbers."


def listed(orders: list[tuple[int, str, int]]) -> str:
    return ", ".join(f"order {number} of {kilos} kilos of {coffee}" for number, coffee, kilos in orders)
