"""
Repairs of the sandboxes, as other people would write them: right ones, of every style that the contract leaves open,
and wrong ones, of which each bounds the memory and breaks one promise.
"""

from dataclasses import dataclass
from typing import Literal

Sandbox = Literal["flask-request-history", "celery-class-attribute", "asyncio-task-set"]
FLASK: Sandbox = "flask-request-history"
CELERY: Sandbox = "celery-class-attribute"
ASYNCIO: Sandbox = "asyncio-task-set"


@dataclass(frozen=True, slots=True)
class Repair:
    """
    `edits`, a file with a text and what takes its place, are made in the overlay `base`, or in the starter. `says`:
    what a wrong one must be told, in part.
    """

    sandbox: str
    base: str
    edits: tuple[tuple[str, str, str], ...]
    says: str = ""


RING = "fixes/ring-and-counters"
TRIM = "fixes/trim-on-add"
H = "history.py"
KEEP = "        self.exchanges.append(exchange)\n"
RECENT = "        return list(self.exchanges)[-count:][::-1]\n"
ADD = "        HISTORY.add(exchange_of(response))\n"

EVERY_WAY = "fixes/every-way-out"
OLDEST = "fixes/oldest-out"
T = "tracking.py"
D = "deliveries.py"
GONE = "    if status == 410:\n"

DISCARD = "fixes/discard-when-done"
B = "background.py"
G = "gateway.py"
RUNNING = "    RUNNING.add(task)\n"
RUNNING_SET = "RUNNING: set[asyncio.Task[Any]] = set()"
START = '            background.start(f"order {order.id}", deliver, order, till)\n'
REJECT = '                await till.send(Answer("", "rejected").encode())'
SWEPT = "    RUNNING.difference_update([one for one in RUNNING if one.done()])\n"

RIGHT = {
    "keep a hundred": Repair(FLASK, RING, ((H, "maxlen=20", "maxlen=100"),)),
    "a ring by index": Repair(
        FLASK,
        RING,
        (
            (H, "self.exchanges: deque[Exchange] = deque(maxlen=20)", "self.exchanges = [None] * 20"),
            (H, KEEP, "        self.exchanges[self.answered % 20] = exchange\n"),
            (
                H,
                RECENT,
                "        last = self.answered - 1\n"
                "        return [self.exchanges[(last - n) % 20] for n in range(min(count, self.answered, 20))]\n",
            ),
        ),
    ),
    "a table in SQLite": Repair(
        FLASK,
        RING,
        (
            (H, "import time\n", "import json\nimport sqlite3\nimport time\n"),
            (
                H,
                "self.exchanges: deque[Exchange] = deque(maxlen=20)",
                'self.db = sqlite3.connect(":memory:")\n'
                '        self.db.execute("create table kept (id integer primary key, text)")',
            ),
            (
                H,
                KEEP,
                "        with self.db:\n"
                '            self.db.execute("insert into kept (text) values (?)", (json.dumps(asdict(exchange)),))\n'
                '            self.db.execute("delete from kept where id <= (select max(id) - 20 from kept)")\n',
            ),
            (
                H,
                RECENT,
                '        rows = self.db.execute("select text from kept order by id desc limit ?", (count,))\n'
                "        return [Exchange(**json.loads(text)) for (text,) in rows]\n",
            ),
        ),
    ),
    "record when the response is closed": Repair(
        FLASK,
        RING,
        (
            (
                H,
                ADD,
                "        exchange = exchange_of(response)\n"
                "        response.call_on_close(lambda: HISTORY.add(exchange))\n",
            ),
        ),
    ),
    "a path without the mark of an empty query": Repair(
        FLASK, RING, ((H, "path=request.full_path", 'path=request.full_path.rstrip("?")'),)
    ),
    "further fields and counters": Repair(
        FLASK,
        RING,
        (
            (H, "    answered: str\n", "    answered: str\n    agent: str\n"),
            (
                H,
                "        answered=response.get_data(as_text=True),\n",
                "        answered=response.get_data(as_text=True),\n        agent=str(request.user_agent),\n",
            ),
            (H, '        "total": HISTORY.total(),', '        "kept": 20,\n        "total": HISTORY.total(),'),
        ),
    ),
    "pop where the status is met": Repair(
        CELERY, "", ((D, GONE, GONE + "        self.in_flight.pop(self.request.id)\n"),)
    ),
    "catch Ignore around every call": Repair(
        CELERY,
        "",
        (
            (T, "from celery import Task\n", "from celery import Task\nfrom celery.exceptions import Ignore\n"),
            (
                T,
                "    def attempt(self)",
                "    def __call__(self, *args: Any, **kwargs: Any) -> Any:\n"
                "        try:\n"
                "            return super().__call__(*args, **kwargs)\n"
                "        except Ignore:\n"
                "            self.in_flight.pop(self.request.id, None)\n"
                "            raise\n\n"
                "    def attempt(self)",
            ),
        ),
    ),
    "count one kind more": Repair(
        CELERY,
        EVERY_WAY,
        (
            (
                T,
                "    if state != RETRY:\n",
                '    if state == "IGNORED":\n'
                "        customer = DeliveryTask.in_flight[task_id].customer\n"
                '        DeliveryTask.totals.setdefault(customer, Counter(COUNTED))["gone"] += 1\n'
                "    if state != RETRY:\n",
            ),
        ),
    ),
    "room for sixteen": Repair(CELERY, OLDEST, ((T, "most_in_flight = 8", "most_in_flight = 16"),)),
    "discard as a callback": Repair(
        ASYNCIO, "", ((B, RUNNING, RUNNING + "    task.add_done_callback(RUNNING.discard)\n"),)
    ),
    "sweep at every start": Repair(ASYNCIO, "", ((B, RUNNING, RUNNING + SWEPT),)),
    "a set for each till": Repair(
        ASYNCIO,
        "",
        (
            (G, "    TILLS.add(till)\n", "    TILLS.add(till)\n    mine = set()\n"),
            (
                G,
                START,
                "            task = asyncio.create_task(deliver(order, till))\n"
                "            mine.add(task)\n"
                "            task.add_done_callback(mine.discard)\n",
            ),
            (G, "    finally:\n", "        await asyncio.gather(*mine, return_exceptions=True)\n    finally:\n"),
        ),
    ),
    "remember forty that are done": Repair(
        ASYNCIO,
        "",
        (
            (
                B,
                RUNNING,
                RUNNING + "    task.add_done_callback(done)\n\n\n"
                "DONE: list[str] = []\n\n\n"
                "def done(task: asyncio.Task[Any]) -> None:\n"
                "    RUNNING.discard(task)\n"
                "    DONE.append(task.get_name())\n"
                "    del DONE[:-40]\n",
            ),
        ),
    ),
}

WRONG = {
    "slice a deque": Repair(
        FLASK,
        RING,
        ((H, RECENT, "        return self.exchanges[-count:][::-1]\n"),),
        "TypeError: sequence index must be integer, not 'slice' (history.py, line 42). GET /debug/requests must be",
    ),
    "raise while recording": Repair(
        FLASK,
        RING,
        ((H, "exchange.status >= 400", "exchange.code >= 400"),),
        "AttributeError: 'Exchange' object has no attribute 'code' (history.py, line 38). GET /labels/1 must be",
    ),
    "filter the headers": Repair(
        FLASK,
        RING,
        ((H, "dict(request.headers)", '{k: v for k, v in request.headers if k == "User-Agent"}'),),
        "must come with the header x-request-id: L00000000",
    ),
    "cut the answer": Repair(
        FLASK,
        RING,
        ((H, "answered=response.get_data(as_text=True)", "answered=response.get_data(as_text=True)[:500]"),),
        "must show what was answered, to the letter",
    ),
    "show nineteen": Repair(FLASK, RING, ((H, "maxlen=20", "maxlen=19"),), "after 20 it shows 19"),
    "add up five parcels": Repair(
        FLASK,
        RING,
        (("quotes.py", "for o in offers)", "for o in offers[:5])"),),
        "POST /quotes must be answered as before: total must be 203.5, not 126.0",
    ),
    "count a look at the page": Repair(
        FLASK,
        RING,
        ((H, "if request.blueprint != bp.name:", "if True:"),),
        "must count every request since the start, and no look at itself: after 2 requests it says 3, not 2",
    ),
    "raise where a delivery ends": Repair(
        CELERY,
        EVERY_WAY,
        ((T, "totals[outcome] += 1", "totals[result] += 1"),),
        "NameError: name 'result' is not defined (tracking.py, line 69). Support must see",
    ),
    "keep the oldest fifty": Repair(
        CELERY,
        EVERY_WAY,
        ((T, "        self.recent.append(", "        if len(self.recent) < 50:\n            self.recent.append("),),
        "Support must see the latest 50 finished deliveries, and does not see evt-0000000",
    ),
    "room for two": Repair(
        CELERY,
        OLDEST,
        ((T, "most_in_flight = 8", "most_in_flight = 2"),),
        "The attempt of evt-0000037 at https://busy.birch.example/events must be number 2, not 1",
    ),
    "two attempts": Repair(
        CELERY,
        EVERY_WAY,
        ((T, "max_retries = 2", "max_retries = 1"),),
        "must be tried at https://legacy.dune.example/in 3 times, and support sees it finished after [502, 502]",
    ),
    "retry at once": Repair(
        CELERY,
        EVERY_WAY,
        ((D, "countdown=2**self.request.retries", "countdown=0"),),
        "must be tried again at https://busy.birch.example/events 1 s after attempt 1, not after 0.0 s",
    ),
    "send events without receipts": Repair(
        CELERY,
        EVERY_WAY,
        ((D, "task.delay(customer, endpoint, event)", 'task.delay(customer, endpoint, {**event, "receipt": ""})'),),
        "must get evt-0000000 whole, as it was published, and its receipt is another",
    ),
    "begin to count at nothing": Repair(
        CELERY,
        EVERY_WAY,
        ((T, "Counter(COUNTED)", "Counter()"),),
        "Support must see 9011 delivered for acme, and sees 11",
    ),
    "the newest three hundred": Repair(
        ASYNCIO,
        "",
        (
            (B, RUNNING_SET, "from collections import deque\n\nRUNNING = deque(maxlen=300)"),
            (B, RUNNING, "    RUNNING.append(task)\n"),
        ),
        "'last of all' was no longer waited for",
    ),
    "give up after an hour": Repair(
        ASYNCIO,
        DISCARD,
        ((G, "        cook = await receipt\n", "        cook = await asyncio.wait_for(receipt, 3_600)\n"),),
        "must be answered confirmed, not failed",
    ),
    "a few at a time": Repair(
        ASYNCIO,
        DISCARD,
        (
            (
                B,
                "def start",
                "GATE = asyncio.Semaphore(2)\n\n\n"
                "async def one(work, *args):\n"
                "    async with GATE:\n"
                "        await work(*args)\n\n\n"
                "def start",
            ),
            (B, "create_task(work(*args)", "create_task(one(work, *args)"),
        ),
        "A till's next order must not wait for others: ",
    ),
    "announce to the first": Repair(
        ASYNCIO,
        DISCARD,
        ((G, "for till in list(TILLS):", "for till in list(TILLS)[:1]:"),),
        "An announcement must reach every till that is there, and 'rush hour 50' did not",
    ),
    "stop at a line that was cut": Repair(
        ASYNCIO,
        DISCARD,
        ((G, '            log.info("a till has gone before %r", notice)', "            break"),),
        "An announcement must reach every till that is there",
    ),
    "answer no other text": Repair(
        ASYNCIO,
        DISCARD,
        ((G, REJECT, f"                if isinstance(error, ValueError):\n    {REJECT}"),),
        "Every text that is not an order must be answered as rejected, and one was not answered",
    ),
    "raise while delivering": Repair(
        ASYNCIO,
        DISCARD,
        ((G, 'Answer(order.id, "confirmed", cook)', 'Answer(order.number, "confirmed", cook)'),),
        "AttributeError: 'Order' object has no attribute 'number' (gateway.py, line 47). Order",
    ),
    "cancel at hang-up": Repair(
        ASYNCIO,
        "",
        (
            (G, "    TILLS.add(till)\n", "    TILLS.add(till)\n    mine = set()\n"),
            (
                G,
                START,
                "            task = asyncio.create_task(deliver(order, till))\n"
                "            mine.add(task)\n"
                "            task.add_done_callback(mine.discard)\n",
            ),
            (G, "    finally:\n", "    finally:\n        for task in mine:\n            task.cancel()\n"),
        ),
        "and nobody waited for it any more: the order was lost",
    ),
}
