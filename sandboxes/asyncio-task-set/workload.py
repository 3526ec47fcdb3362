"""One unit is one order: tills that stay, tills that come and go, kitchens with their troubles."""

import asyncio
import gc
import json
import logging
import sys
from collections.abc import Iterator
from traceback import walk_tb
from typing import Any, NamedTuple

import gateway
import receipts
from wire import Order

# What can be turned: how many tills stay, and how many orders of a hundred are to fail.
LOAD = {"clients": 3, "errors": 10}
# The kinds of order, of twenty: those that are to fail, and the others.
FAILING = (3, 11)
OTHERS_OF_TWENTY = tuple(kind for kind in range(20) if kind not in FAILING)
DISHES = ("soup", "ravioli", "trout", "salad", "crumble", "espresso")
# Seconds within which an answer follows what decides it, and a kitchen is asked once an order has come.
PROMPT = 1.0
# Seconds that a kitchen may take to show an order, as the contract has it.
SHOW_WITHIN = 5.0
NO_ORDERS = ('{"id": "8"', "soup", '["soup"]', '{"id": "8"}', "null", '{"id": "8", "kitchen": "grill", "dishes": 3}')

PROBLEMS: list[str] = []
SESSIONS: set[asyncio.Task[None]] = set()
STAYING: list["Till"] = []
VISITING: list["Till"] = []


# What the gateway fell over, which nobody foresaw, as far as it was logged.
FALLS: list[str] = []


def complain(sentence: str) -> None:
    """Tell check.py what went wrong; the first complaint is enough."""
    if not PROBLEMS:
        PROBLEMS.append(sentence)


def told(error: BaseException) -> str:
    """An exception, with the last line of the gateway's own that it came through."""
    steps = [(step.f_code.co_filename, line) for step, line in walk_tb(error.__traceback__)]
    folder = str(gateway.__file__).rpartition("/")[0]
    own = [f" ({file.rpartition('/')[2]}, line {line})" for file, line in steps if file.rpartition("/")[0] == folder]
    return f"{type(error).__name__}: {error}{own[-1] if own else ''}. "


def fell_over() -> str:
    """What is known of an exception that nobody foresaw; it comes before what follows from it."""
    if not FALLS:
        FALLS.extend(told(error) for error in unforeseen())
    return "".join(FALLS[:1])


def unforeseen() -> Iterator[BaseException]:
    """Exceptions of tasks that ended, but for those of a kitchen that is off."""
    for task in [thing for thing in gc.get_objects() if isinstance(thing, asyncio.Task) and thing.done()]:
        error = None if task.cancelled() else task.exception()
        if error is not None and not isinstance(error, OSError):
            yield error


class FirstLines(logging.Handler):
    """Shows what the gateway logs first. The same again a thousand times would help nobody."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.left = 20

    def emit(self, record: logging.LogRecord) -> None:
        given = record.args if isinstance(record.args, tuple) else ()
        for error in (*(record.exc_info or ())[1:2], *given):
            if isinstance(error, Exception) and not isinstance(error, OSError) and not FALLS:
                FALLS.append(told(error))
        if self.left:
            self.left -= 1
            print(record.getMessage(), file=sys.stderr)


logging.getLogger().addHandler(FirstLines())


class Expected(NamedTuple):
    """
    What a till is to be told of an order, and by whom it is cooked: not before `early`, and by `due`, which is None
    while that is up to a cook.
    """

    outcome: str
    cook: str
    sent: float
    early: float
    due: float | None


# Of each order that no kitchen was asked to show yet: the kitchen, and when the till sent it.
UNSHOWN: dict[str, tuple[str, float]] = {}


def now() -> float:
    return asyncio.get_running_loop().time()


def dishes_of(order_id: str) -> list[str]:
    number = sum(order_id.encode())
    return [DISHES[(number + course) % len(DISHES)] for course in range(3)]


def let_go(emptied: dict[str, Any]) -> None:
    """An empty dict keeps its table, and the meter would see that."""
    if not emptied:
        emptied.clear()


class Till:
    """A till and its connection. Like any server, ours holds the session while the connection lasts."""

    def __init__(self) -> None:
        self.inbox: list[str | None] = []
        self.reading: asyncio.Future[None] | None = None
        self.expected: dict[str, Expected] = {}
        # When each must have come: the answers to texts that are no orders, and the announcements.
        self.rejections: list[float] = []
        self.notices: dict[str, float] = {}
        self.served = False
        self.gone = False
        session = asyncio.create_task(gateway.serve(self))
        SESSIONS.add(session)
        session.add_done_callback(end_session)

    def __aiter__(self) -> "Till":
        return self

    async def __anext__(self) -> str:
        self.served = True
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
        if late := self.late():
            complain(late)
        answer = json.loads(text)
        if answer["order"] is None:
            complain(f"An answer that is to no order must say so with an empty text, and {answer} does not.")
        elif answer["order"]:
            self.compare(answer["order"], answer["outcome"], answer["cook"])
        elif answer["outcome"] == "rejected":
            if not self.rejections:
                complain("A till that sent nothing but orders must not be answered with rejected.")
            del self.rejections[:1]
        elif self.notices.pop(answer["outcome"], None) is None:
            complain(f"An announcement must reach a till once and as it was made, and {answer['outcome']!r} came.")
        let_go(self.notices)

    def compare(self, order_id: str, outcome: str, cook: str) -> None:
        expected = self.expected.pop(order_id, None)
        if expected is None:
            complain(f"An order must be answered once, and to its own till: {outcome} came for {order_id} again.")
        elif expected.outcome != outcome:
            complain(f"Order {order_id} must be answered {expected.outcome}, not {outcome}.")
        elif expected.cook != cook:
            complain(f"Order {order_id} must be answered with the cook who took it, {expected.cook!r}, not {cook!r}.")
        elif now() < expected.early:
            complain(f"A kitchen has {SHOW_WITHIN:.0f} s to show an order; {order_id} failed before that.")
        let_go(self.expected)

    def late(self) -> str:
        """What it must have been told by now, in a sentence; empty if all has come."""
        for order_id, expected in self.expected.items():
            if expected.due is not None and expected.due < now():
                waited = f"after {now() - expected.sent:.1f} s"
                return f"Order {order_id} must be answered {expected.outcome}; {waited} its till knows nothing."
        if self.rejections and self.rejections[0] < now():
            return "Every text that is not an order must be answered as rejected, and one was not answered."
        for notice, due in self.notices.items():
            if due < now():
                return f"An announcement must reach every till that is there, and {notice!r} did not."
        return ""

    def forget_late(self) -> None:
        """What it should have been told by now is told to nobody twice."""
        for order_id, expected in [*self.expected.items()]:
            if expected.due is not None and expected.due < now():
                del self.expected[order_id]
        self.rejections[:] = [due for due in self.rejections if due >= now()]
        for notice, due in [*self.notices.items()]:
            if due < now():
                del self.notices[notice]

    def order(
        self, order_id: str, kitchen: str, outcome: str, *, after: float = 0.0, within: float | None = PROMPT
    ) -> None:
        """Send an order; it must be answered `after` so many seconds and `within` others, or when its cook takes it."""
        cook = gateway.KITCHENS[kitchen].cook if outcome == "confirmed" else ""
        due = None if within is None else now() + after + within
        self.expected[order_id] = Expected(outcome, cook, now(), now() + after, due)
        UNSHOWN[order_id] = kitchen, now()
        self.key_in(json.dumps({"id": order_id, "kitchen": kitchen, "dishes": dishes_of(order_id)}))

    def send_no_order(self, text: str) -> None:
        self.rejections.append(now() + PROMPT)
        self.key_in(text)

    def hang_up(self) -> None:
        self.gone = True
        for owed in (self.expected, self.rejections, self.notices):
            owed.clear()
        self.key_in(None)


def end_session(session: asyncio.Task[None]) -> None:
    SESSIONS.discard(session)
    if not session.cancelled() and (error := session.exception()):
        complain(f"{told(error)}A till's connection must last until it hangs up, whatever it sends and whatever fails.")


class Kitchen:
    """Takes a while to show an order; some seconds later a cook takes it, or nobody ever does."""

    def __init__(self, name: str, cook: str, showing: float = 0.03, cooking: float | None = 1.5) -> None:
        self.name = name
        self.cook = cook
        self.showing = showing
        self.cooking = cooking

    async def show(self, order: Order) -> None:
        self.compare(order)
        await asyncio.sleep(self.showing)
        if self.cooking is not None:
            asyncio.get_running_loop().call_later(self.cooking, self.take, order.id)

    def compare(self, order: Order) -> None:
        kitchen, sent = UNSHOWN.pop(order.id, ("", 0.0))
        let_go(UNSHOWN)
        if kitchen != self.name:
            complain(f"An order must be shown once, in its own kitchen: {order.id} came to the {self.name} again.")
        elif order.kitchen != kitchen or list(order.dishes) != dishes_of(order.id):
            complain(f"The {self.name} must see order {order.id} as it was sent, {dishes_of(order.id)}, not {order}.")
        elif now() - sent > PROMPT:
            complain(f"A till's next order must not wait for others: {order.id} did for {now() - sent:.1f} s.")

    def take(self, order_id: str) -> None:
        if not receipts.confirm(order_id, self.cook):
            complain(f"{self.cook} took order {order_id}, and nobody waited for it any more: the order was lost.")


class DarkKitchen(Kitchen):
    async def show(self, order: Order) -> None:
        self.compare(order)
        await asyncio.sleep(0.01)
        raise ConnectionRefusedError(f"the screen of the {order.kitchen} is off")


gateway.KITCHENS.update(
    grill=Kitchen("grill", "Amara"),
    garden=Kitchen("garden", "Bo", showing=0.4, cooking=4.0),
    pastry=Kitchen("pastry", "Chidi", cooking=0.2),
    counter=Kitchen("counter", "Dana", cooking=None),
    attic=Kitchen("attic", "nobody", showing=60.0),
    cellar=DarkKitchen("cellar", "nobody"),
)


def kind_of(i: int) -> int:
    share = LOAD["errors"]
    if share == 10:
        return i % 20
    errors = (i + 1) * share // 100
    if errors > i * share // 100:
        return FAILING[errors % 2]
    return OTHERS_OF_TWENTY[i % len(OTHERS_OF_TWENTY)]


async def run(i: int) -> None:
    if not STAYING:
        STAYING.extend(Till() for _ in range(LOAD["clients"]))
        VISITING.append(Till())
    till = VISITING[0] if i % 5 == 4 else STAYING[i % len(STAYING)]
    order_id = f"{i:06}"
    match kind_of(i):
        case 3:
            till.order(order_id, "cellar", "failed")
        case 11:
            till.order(order_id, "attic", "failed", after=SHOW_WITHIN)
        case 6 | 13:
            till.order(order_id, "counter", "withdrawn", within=0.3 + PROMPT)
            await asyncio.sleep(0.3)
            if order_id in UNSHOWN:
                complain(f"A till's next order must not wait for others: {order_id} is not shown in its kitchen.")
            elif not receipts.withdraw(order_id):
                complain(f"Order {order_id} can be withdrawn, as no cook has taken it; the gateway did not know it.")
        case 8:
            till.send_no_order(NO_ORDERS[i // 20 % len(NO_ORDERS)])
        case 9:
            till.order(order_id, "garden", "confirmed")
            await asyncio.sleep(0.1)
            leave(till)
        case _:
            kitchen = ("grill", "garden", "pastry")[i % 3]
            till.order(order_id, kitchen, "confirmed", within=(1.53, 4.4, 0.23)[i % 3] + PROMPT)
    if i % 50 == 0:
        await announce(i)
    await asyncio.sleep(0.05)


async def announce(i: int) -> None:
    """To every till, and now and then to one whose line was cut: nobody knows before something is sent."""
    notice, last = f"rush hour {i}", VISITING[0]
    last.gone = last.gone or i % 100 == 0
    for till in there():
        till.notices[notice] = now() + PROMPT
    await gateway.announce(notice)
    if i % 100 == 0:
        leave(last)


def leave(till: Till) -> None:
    """A till that is one of those that come and go hangs up, and another comes."""
    till.hang_up()
    if VISITING[0] is till:
        VISITING[0] = Till()


# Further tills of the check's own.
OTHERS: list[Till] = []


def there() -> list[Till]:
    return [till for till in (*STAYING, *VISITING, *OTHERS) if till.served and not till.gone]


# What nobody foresaw, found when the first complaint is told.
UNFORESEEN: list[BaseException | None] = []


def failed(i: int) -> BaseException | str | None:
    """What tills complain of since they were last asked; of the first complaint, what the gateway fell over."""
    problem = PROBLEMS.pop() if PROBLEMS else ""
    for till in there():
        problem = problem or till.late()
        till.forget_late()
    if problem and not UNFORESEEN:
        UNFORESEEN.append(next(unforeseen(), None))
        return UNFORESEEN[0] or problem
    return problem or None
