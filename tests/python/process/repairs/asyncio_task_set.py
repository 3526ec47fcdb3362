from repairs.repair import Repair

ASYNCIO = "asyncio-task-set"
DISCARD = "fixes/discard-when-done"
B = "background.py"
G = "gateway.py"
RUNNING = "    RUNNING.add(task)\n"
RUNNING_SET = "RUNNING: set[asyncio.Task[Any]] = set()"
START = '            background.start(f"order {order.id}", deliver, order, till)\n'
REJECT = '                await till.send(Answer("", "rejected").encode())'
SWEPT = "    RUNNING.difference_update([one for one in RUNNING if one.done()])\n"

RIGHT = {
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
