from repairs.repair import Repair

ID = "task-manager"
OWNED = "fixes/cancel-by-owner"
S = "shop.py"
M = "manager.py"
T = "stock.py"
LOOP = "    async for text in page:\n"
START = '                TASKS.start(f"watch {title}", watch(title, page))\n'
UNKNOWN = "                await tell(page, unknown=text)\n"
WATCH = "    await stock.arrival(title)\n    await tell(page, arrived=title)\n"
RESERVE = 'TASKS.start(f"reserve {number}", reserve(number, title, LEDGERS[branch], page))'
CLOSE = "    await TASKS.close()\n"
RUNNING = "        self.running.add(task)\n"
DRAIN = "            _, late = await asyncio.wait(self.running, timeout=self.grace)\n"
SWEEP = (
    "SWEEPERS = []\n\n\n"
    "async def sweep() -> None:\n"
    "    while True:\n"
    "        await asyncio.sleep(300)\n"
    "        for task, page in [*WATCHES.items()]:\n"
    "            if not page.open:\n"
    "                task.cancel()\n\n\n"
    "WATCHES = {}\n\n\n"
    "async def close"
)
SWEPT = (
    (S, "import json\n", "import asyncio\nimport json\n"),
    (S, LOOP, "    if not SWEEPERS:\n        SWEEPERS.append(asyncio.create_task(sweep()))\n" + LOOP),
    (
        S,
        START,
        START.replace("TASKS.start", "task = TASKS.start")
        + "                WATCHES[task] = page\n                task.add_done_callback(WATCHES.pop)\n",
    ),
    (S, "async def close", SWEEP),
)
ENDED = CLOSE + (
    "    for task in SWEEPERS:\n        task.cancel()\n    await asyncio.gather(*SWEEPERS, return_exceptions=True)\n"
)
# Everything in `serve`, one level deeper, and what is done when the page has gone.
DEEPER = (
    "        match request_in(text):\n"
    '            case {"watch": str(title)}:\n'
    f"{START}"
    '            case {"reserve": int(number), "title": str(title), "branch": str(branch)} if branch in LEDGERS:\n'
    f"                {RESERVE}\n"
    "            case _:\n"
    f"{UNKNOWN}"
)


def indented(text: str) -> str:
    return "".join(f"    {line}" for line in text.splitlines(keepends=True))


def in_finally(before: str, at_start: str, after: str) -> tuple[str, str, str]:
    body = DEEPER.replace(START, at_start)
    return (S, LOOP + DEEPER, f"{before}    try:\n{indented(LOOP + body)}    finally:\n{after}")


RIGHT = {
    "cancel, and wait for nothing": Repair(
        ID,
        "",
        (
            in_finally(
                "    mine = []\n",
                START.replace("TASKS.start(", "mine.append(TASKS.start(").replace("page))", "page)))"),
                "        for task in mine:\n            task.cancel()\n",
            ),
        ),
    ),
    "cancel what it waits for": Repair(
        ID,
        "",
        (
            in_finally("", START, "        stock.leave(page)\n"),
            (S, "stock.arrival(title)", "stock.arrival(title, page)"),
            (T, "async def arrival(title: str)", "async def arrival(title: str, who: object)"),
            (T, "    waiting = ", "    PAGES.setdefault(who, set()).add(arrived)\n    waiting = "),
            (
                T,
                "def arrive(",
                "PAGES: dict[object, set[asyncio.Future[None]]] = {}\n\n\n"
                "def leave(who: object) -> None:\n"
                "    for arrived in PAGES.pop(who, set()):\n"
                "        arrived.cancel()\n\n\n"
                "def arrive(",
            ),
            (T, "        waiting.discard(arrived)\n", "        waiting.discard(arrived)\n        done(who, arrived)\n"),
            (
                T,
                "async def arrival",
                "def done(who, arrived) -> None:\n"
                "    PAGES.get(who, set()).discard(arrived)\n"
                "    if who in PAGES and not PAGES[who]:\n"
                "        del PAGES[who]\n\n\n"
                "async def arrival",
            ),
        ),
    ),
    "no task before a copy comes": Repair(
        ID,
        "",
        (
            in_finally(
                "", "                stock.AWAITED.setdefault(title, set()).add(page)\n", "        stock.leave(page)\n"
            ),
            (S, WATCH, "    await tell(page, arrived=title)\n"),
            (
                S,
                "TASKS = TaskManager()\n",
                "TASKS = TaskManager()\nstock.TELL = lambda t, p: TASKS.start(t, watch(t, p))\n",
            ),
            (
                T,
                "    for arrived in AWAITED.pop(title, set()):\n"
                "        if not arrived.done():\n"
                "            arrived.set_result(None)\n",
                "    for page in AWAITED.pop(title, set()):\n        TELL(title, page)\n\n\n"
                "def leave(page) -> None:\n"
                "    for title, pages in [*AWAITED.items()]:\n"
                "        pages.discard(page)\n"
                "        if not pages:\n"
                "            del AWAITED[title]\n",
            ),
        ),
    ),
    "children of whoever starts them": Repair(
        ID,
        "",
        (
            (M, "Any, Any, Any]) -> asyncio", "Any, Any, Any], alone: bool = False) -> asyncio"),
            (
                M,
                RUNNING,
                RUNNING + "        parent = None if alone else asyncio.current_task()\n"
                "        if parent is not None:\n"
                "            parent.add_done_callback(lambda _: task.cancel())\n",
            ),
            (S, RESERVE, RESERVE.replace("page))", "page), alone=True)")),
        ),
    ),
    "a race with the page’s going": Repair(
        ID,
        "",
        (
            (S, "import json\n", "import asyncio\nimport json\n"),
            in_finally(
                "    gone = asyncio.get_running_loop().create_future()\n",
                START.replace("watch(title, page)", "watch(title, page, gone)"),
                "        gone.set_result(None)\n",
            ),
            (S, "watch(title: str, page: Page)", "watch(title: str, page: Page, gone: asyncio.Future)"),
            (
                S,
                WATCH,
                "    arrival = asyncio.create_task(stock.arrival(title))\n"
                "    try:\n"
                "        await asyncio.wait({arrival, gone}, return_when=asyncio.FIRST_COMPLETED)\n"
                "        if arrival.done():\n"
                "            await tell(page, arrived=title)\n"
                "    finally:\n"
                "        arrival.cancel()\n",
            ),
        ),
    ),
    "a sweeper that close ends": Repair(ID, "", (*SWEPT, (S, CLOSE, ENDED))),
}

WRONG = {
    "a sweeper that nobody ends": Repair(ID, "", SWEPT, "No task may be left when close() comes back"),
    "cancel at once when closing": Repair(
        ID,
        OWNED,
        ((M, DRAIN, "            late = [*self.running]\n"),),
        "What was begun must be finished when close() comes back",
    ),
    "close without waiting": Repair(
        ID,
        OWNED,
        ((M, DRAIN, "            return\n" + DRAIN),),
        "What was begun must be finished when close() comes back",
    ),
    "ask the page whether it is there": Repair(
        ID,
        OWNED,
        ((S, "unknown=text)\n", 'unknown=text); await page.send("{}")\n'),),
        "A page must be told once of what it asked for and has happened, and was told {}",
    ),
    "swallow what failed": Repair(
        ID,
        OWNED,
        ((S, "        raise\n", "        return\n"),),
        "failed, and no warning with its number was logged",
    ),
    "the newest twelve": Repair(
        ID,
        OWNED,
        (
            (
                M,
                "        self.running[task] = owner\n",
                "        self.running[task] = owner\n"
                "        if len(self.running) > 12:\n"
                "            next(iter(self.running)).cancel()\n",
            ),
        ),
        "A page that is open must be told within a second of what happens",
    ),
    "cancel when the line is cut": Repair(
        ID,
        OWNED,
        ((S, "    finally:\n", "    except ConnectionResetError:\n"),),
        "",
        "growing",
    ),
}
