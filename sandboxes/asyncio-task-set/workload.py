"""One unit is one order: tills that stay, tills that come and go, kitchens with their troubles."""

import asyncio
import json
import logging
import sys
from typing import NamedTuple

import gateway
import receipts
from wire import Order

DISHES = ("soup", "ravioli", "trout", "salad", "crumble", "espresso")
PATIENCE = 120.0

PROBLEMS: list[str] = []
SESSIONS: set[asyncio.Task[None]] = set()
STAYING: list["Till"] = []
VISITING: list["Till"] = []


def complain(sentence: str) -> None:
    """Tell check.py what went wrong; the first complaint is enough."""
    if not PROBLEMS:
        PROBLEMS.append(sentence)


class FirstLines(logging.Handler):
    """Shows what the gateway logs first. The same again a thousand times would help nobody."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.left = 20

    def emit(self, record: logging.LogRecord) -> None:
        if self.left:
            self.left -= 1
            print(record.getMessage(), file=sys.stderr)


logging.getLogger().addHandler(FirstLines())


class Expected(NamedTuple):
    outcome: str
    due: float


class Till:
    """A till and its connection. Like any server, ours holds the session while the connection lasts."""

    def __init__(self) -> None:
        self.inbox: list[str | None] = []
        self.reading: asyncio.Future[None] | None = None
        self.expected: dict[str, Expected] = {}
        self.rejected = 0
        self.notices = 0
        self.gone = False
        session = asyncio.create_task(gateway.serve(self))
        SESSIONS.add(session)
        session.add_done_callback(end_session)

    def __aiter__(self) -> "Till":
        return self

    async def __anext__(self) -> str:
        while not self.inbox:
            self.reading = asyncio.get_running_loop().create_future()
            await self.reading
        text = self.inbox.pop(0)
        if text is None:
            raise StopAsyncIteration
        return text

    def key_in(self, text: str | None) -> None:
        self.inbox.append(text)
        if self.reading is not None and not self.reading.done():
            self.reading.set_result(None)

    async def send(self, text: str) -> None:
        await asyncio.sleep(0.002)
        if self.gone:
            raise ConnectionResetError("the till has hung up")
        answer = json.loads(text)
        if answer["order"]:
            self.compare(answer["order"], answer["outcome"])
        elif answer["outcome"] == "rejected":
            self.rejected += 1
        else:
            self.notices += 1

    def compare(self, order_id: str, outcome: str) -> None:
        expected = self.expected.pop(order_id, None)
        if expected is None:
            complain("An order must be answered once: confirmed, failed or withdrawn.")
        elif expected.outcome != outcome:
            complain(f"An order that had to be {expected.outcome} was answered {outcome}.")
        if not self.expected:
            self.expected.clear()  # an empty dict keeps its table, and the meter would see that

    def order(self, order_id: str, kitchen: str, outcome: str) -> None:
        self.expected[order_id] = Expected(outcome, asyncio.get_running_loop().time() + PATIENCE)
        number = sum(order_id.encode())
        dishes = [DISHES[(number + course) % len(DISHES)] for course in range(3)]
        self.key_in(json.dumps({"id": order_id, "kitchen": kitchen, "dishes": dishes}))

    def hang_up(self) -> None:
        self.gone = True
        self.expected.clear()
        self.key_in(None)


def end_session(session: asyncio.Task[None]) -> None:
    SESSIONS.discard(session)
    if not session.cancelled() and (error := session.exception()):
        ending = f"{type(error).__name__}: {error}"
        complain(f"A till's connection must outlive any failed order until it hangs up, not end with {ending}")


class Kitchen:
    """Takes a while to show an order; some seconds later a cook takes it, or nobody ever does."""

    def __init__(self, cook: str, showing: float = 0.03, cooking: float | None = 1.5) -> None:
        self.cook = cook
        self.showing = showing
        self.cooking = cooking

    async def show(self, order: Order) -> None:
        await asyncio.sleep(self.showing)
        if self.cooking is not None:
            asyncio.get_running_loop().call_later(self.cooking, self.take, order.id)

    def take(self, order_id: str) -> None:
        if not receipts.confirm(order_id, self.cook):
            complain("A cook took an order, and nobody waited for it any more: the order was lost.")


class DarkKitchen:
    async def show(self, order: Order) -> None:
        await asyncio.sleep(0.01)
        raise ConnectionRefusedError(f"the screen of the {order.kitchen} is off")


gateway.KITCHENS.update(
    grill=Kitchen("Amara"),
    garden=Kitchen("Bo", showing=0.4, cooking=4.0),
    pastry=Kitchen("Chidi", cooking=0.2),
    counter=Kitchen("Dana", cooking=None),
    attic=Kitchen("nobody", showing=60.0),
    cellar=DarkKitchen(),
)


async def run(i: int) -> None:
    if not STAYING:
        STAYING.extend(Till() for _ in range(3))
        VISITING.append(Till())
    till = VISITING[0] if i % 5 == 4 else STAYING[i % 3]
    order_id = f"{i % 5000:04}"
    match i % 20:
        case 3:
            till.order(order_id, "cellar", "failed")
        case 11:
            till.order(order_id, "attic", "failed")
        case 6 | 13:
            till.order(order_id, "counter", "withdrawn")
            await asyncio.sleep(0.3)
            if not receipts.withdraw(order_id):
                complain("An order can be withdrawn while no cook has taken it, but the gateway did not know this one.")
        case 8:
            till.key_in('{"id": "8"' if i % 40 == 8 else '["soup"]')
        case 9:
            till.order(order_id, "garden", "confirmed")
            await asyncio.sleep(0.1)
            till.hang_up()
            VISITING[0] = Till()
        case _:
            till.order(order_id, ("grill", "garden", "pastry")[i % 3], "confirmed")
    if i % 50 == 0:
        await gateway.announce("rush hour")
    await asyncio.sleep(0.05)
