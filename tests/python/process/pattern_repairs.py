"""
Repairs of the sandboxes without a lesson, as other people would write them: right ones of different kinds, some that
change what they do not need to and keep what grows, and some that bound the memory and break a promise.
"""

from repairs.repair import Repair

RIGHT = {
    "carrier-quotes: a cache in each basket": Repair(
        "carrier-quotes",
        "",
        (
            ("baskets.py", "    @cache\n", ""),
            (
                "baskets.py",
                "        self.lines = lines\n",
                ("        self.lines = lines\n        self.postage = cache(self.postage)\n"),
            ),
        ),
    ),
    "visitor-limits: the two longest unseen": Repair(
        "visitor-limits",
        "",
        (
            (
                "limits.py",
                "    HITS[address] = [at for at in HITS[address] if now - at < WINDOW]\n",
                (
                    "    for other in list(HITS)[:2]:\n"
                    "        if not HITS[other] or now - HITS[other][-1] >= WINDOW:\n"
                    "            del HITS[other]\n"
                    "    HITS[address] = [at for at in HITS[address] if now - at < WINDOW]\n"
                    "    HITS[address] = HITS.pop(address)\n"
                ),
            ),
        ),
    ),
    "order-log: extra and a format": Repair(
        "order-log",
        "",
        (
            ("orders.py", 'logging.getLogger(f"orders.{order}")', 'logging.getLogger("orders")'),
            ("orders.py", "cents / 100)", 'cents / 100, extra={"order": order})'),
            ("orders.py", '"have a second look")', '"have a second look", extra={"order": order})'),
            ("logs.py", "%(name)s: ", "%(name)s %(order)s: "),
        ),
    ),
    "scrape-page: fifty paths and the rest": Repair(
        "scrape-page",
        "",
        (
            (
                "metrics.py",
                "    COUNTS[method, path, status] += 1\n",
                (
                    "    key = method, path, status\n"
                    "    if key not in COUNTS and len(COUNTS) >= 100:\n"
                    '        key = method, "/" + path.split("/")[1] + "/other", status\n'
                    "    COUNTS[key] += 1\n"
                ),
            ),
        ),
    ),
    "pool-gauge: finalize": Repair(
        "pool-gauge",
        "",
        (
            ("pools.py", "from weakref import ref\n", "from weakref import finalize, ref\n"),
            (
                "pools.py",
                "        POOLS.append(ref(self))",
                (
                    "        reference = ref(self)\n"
                    "        POOLS.append(reference)\n"
                    "        finalize(self, POOLS.remove, reference)"
                ),
            ),
        ),
    ),
    "payment-reminders: a sorted list": Repair(
        "payment-reminders",
        "",
        (
            ("reminders.py", "import heappop, heappush\n", "import heappop\n"),
            ("reminders.py", "from itertools", ("from bisect import insort\nfrom itertools")),
            ("reminders.py", "heappush(self.heap, ", "insort(self.heap, "),
            ("reminders.py", "heappop(self.heap)", "self.heap.pop(0)"),
            (
                "reminders.py",
                "        self.cancelled.add(number)\n",
                "        self.heap[:] = [entry for entry in self.heap if entry[1] != number]\n",
            ),
        ),
    ),
    "catalogue-pages: a thousand readers": Repair(
        "catalogue-pages",
        "",
        (
            (
                "catalogue.py",
                "    return token\n",
                ("    if len(READING) > 600:\n        del READING[next(iter(READING))]\n    return token\n"),
            ),
            (
                "catalogue.py",
                "    return page\n",
                ("    else:\n        READING[token] = READING.pop(token)\n    return page\n"),
            ),
        ),
    ),
    "price-board: a weak set of boards": Repair(
        "price-board",
        "",
        (
            (
                "feed.py",
                "from collections.abc import Callable\n",
                ("from collections.abc import Callable\nfrom weakref import WeakSet\n"),
            ),
            ("feed.py", "self.listeners: list[Listener] = []", "self.boards = WeakSet()"),
            ("feed.py", "self.listeners.append(listener)", "self.boards.add(listener.__self__)"),
            ("feed.py", "self.listeners.remove(listener)", "self.boards.discard(listener.__self__)"),
            (
                "feed.py",
                "for listener in list(self.listeners):",
                "for listener in [board.show for board in self.boards]:",
            ),
        ),
    ),
    "report-downloads: a partial": Repair(
        "report-downloads",
        "",
        (
            ("exports.py", "from collections.abc import Callable\n", "from functools import partial\n"),
            ("exports.py", "dict[str, list[Callable[[], None]]]", "dict"),
            (
                "exports.py",
                "CLEANUPS.setdefault(desk, []).append(clean_up)",
                "CLEANUPS[desk] = partial(STORE.pop, desk, None)",
            ),
            ("exports.py", "CLEANUPS[desk].pop()()", "CLEANUPS.pop(desk)()"),
        ),
    ),
    "query-footer: pop until there": Repair(
        "query-footer",
        "",
        (
            (
                "pages.py",
                "    made = MINE.queries[begun:]\n",
                ("    made = []\n    while len(MINE.queries) > begun:\n        made.insert(0, MINE.queries.pop())\n"),
            ),
        ),
    ),
    "price-inquiries: a done callback": Repair(
        "price-inquiries",
        "",
        (
            (
                "inquiries.py",
                "    WAITING[number] = future\n",
                ("    WAITING[number] = future\n    future.add_done_callback(lambda _: WAITING.pop(number, None))\n"),
            ),
            ("inquiries.py", "    del WAITING[number]\n", ""),
            (
                "inquiries.py",
                "    await send(number, question)\n",
                (
                    "    try:\n"
                    "        await send(number, question)\n"
                    "    except BaseException:\n"
                    "        future.cancel()\n"
                    "        raise\n"
                ),
            ),
        ),
    ),
    "job-runner: the bound method": Repair(
        "job-runner",
        "",
        (
            (
                "jobs.py",
                ("        self.stopping.add_done_callback(lambda _: task.cancel())\n        return await task\n"),
                (
                    "        self.stopping.add_done_callback(task.cancel)\n"
                    "        try:\n"
                    "            return await task\n"
                    "        finally:\n"
                    "            self.stopping.remove_done_callback(task.cancel)\n"
                ),
            ),
        ),
    ),
    "nightly-import: ten exceptions without tracebacks": Repair(
        "nightly-import",
        "",
        (
            ("importer.py", "PROBLEMS: list[ValueError] = []", ("PROBLEMS = []\nCOUNT = [0]")),
            (
                "importer.py",
                "            PROBLEMS.append(error)\n",
                (
                    "            PROBLEMS.append(error.with_traceback(None))\n"
                    "            del PROBLEMS[:-10]\n"
                    "            COUNT[0] += 1\n"
                ),
            ),
            ("importer.py", "{len(PROBLEMS)} problems", "{COUNT[0]} problems"),
        ),
    ),
    "formula-sheets: a proxy": Repair(
        "formula-sheets",
        "",
        (
            ("sheets.py", "import gc\n", ("import gc\nimport weakref\n")),
            ("sheets.py", "self.sheet = sheet\n", "self.sheet = weakref.proxy(sheet)\n"),
        ),
    ),
    "parcel-scans: struct": Repair(
        "parcel-scans",
        "",
        (
            ("scans.py", "from collections", ("import struct\nfrom collections")),
            ("scans.py", "memoryview(frame)[HEAD : HEAD + NUMBER]", "struct.unpack_from('12s', frame, HEAD)[0]"),
        ),
    ),
}

STILL_TOO_MUCH = {
    "carrier-quotes: delete the basket": (
        "growing",
        Repair(
            "carrier-quotes",
            "",
            (
                ("baskets.py", '    return {"goods"', '    answer = {"goods"'),
                ("baskets.py", "basket.total()}\n", ("basket.total()}\n    del basket\n    return answer\n")),
            ),
        ),
    ),
    "visitor-limits: get instead of read": (
        "growing",
        Repair("visitor-limits", "", (("limits.py", "in HITS[address] if", "in HITS.get(address, []) if"),)),
    ),
    "order-log: lru_cache around it": (
        "growing",
        Repair(
            "order-log",
            "",
            (
                ("orders.py", "import logging\n", ("import logging\nfrom functools import lru_cache\n")),
                (
                    "orders.py",
                    "logs.configure()\n",
                    ("logs.configure()\nget = lru_cache(maxsize=10)(logging.getLogger)\n"),
                ),
                ("orders.py", "logging.getLogger(f", "get(f"),
            ),
        ),
    ),
    "scrape-page: intern": (
        "growing",
        Repair(
            "scrape-page",
            "",
            (
                ("metrics.py", "from collections import Counter\n", ("import sys\nfrom collections import Counter\n")),
                ("metrics.py", "COUNTS[method, path, status]", "COUNTS[method, sys.intern(path), status]"),
            ),
        ),
    ),
    "pool-gauge: a set of references": (
        "growing",
        Repair(
            "pool-gauge",
            "",
            (
                ("pools.py", "= []", "= set()"),
                ("pools.py", "POOLS.append(ref(self))", "POOLS.add(ref(self))"),
            ),
        ),
    ),
    "payment-reminders: rebuild and keep the marks": (
        "growing",
        Repair(
            "payment-reminders",
            "",
            (
                ("reminders.py", "import heappop, heappush", "import heapify, heappop, heappush"),
                (
                    "reminders.py",
                    "        self.cancelled.add(number)\n",
                    (
                        "        self.cancelled.add(number)\n"
                        "        self.heap = [entry for entry in self.heap if entry[1] not in self.cancelled]\n"
                        "        heapify(self.heap)\n"
                    ),
                ),
            ),
        ),
    ),
    "price-board: else": (
        "growing",
        Repair(
            "price-board",
            "",
            (
                (
                    "board.py",
                    ("    yield board\n    FEED.unsubscribe(board.show)\n"),
                    (
                        "    try:\n"
                        "        yield board\n"
                        "    except OSError:\n"
                        "        FEED.unsubscribe(board.show)\n"
                        "        raise\n"
                        "    else:\n"
                        "        FEED.unsubscribe(board.show)\n"
                    ),
                ),
            ),
        ),
    ),
    "report-downloads: a default argument": (
        "growing",
        Repair(
            "report-downloads", "", (("exports.py", "def clean_up() -> None:", "def clean_up(table=table) -> None:"),)
        ),
    ),
    "query-footer: an ordinary object": (
        "growing",
        Repair("query-footer", "", (("queries.py", "class Mine(threading.local)", "class Mine"),)),
    ),
    "price-inquiries: finally around the wait": (
        "growing",
        Repair(
            "price-inquiries",
            "",
            (
                (
                    "inquiries.py",
                    ("    except TimeoutError:\n        return None\n    del WAITING[number]\n    return answer\n"),
                    (
                        "    except TimeoutError:\n"
                        "        return None\n"
                        "    finally:\n"
                        "        del WAITING[number]\n"
                        "    return answer\n"
                    ),
                ),
            ),
        ),
    ),
    "job-runner: removed on success": (
        "growing",
        Repair(
            "job-runner",
            "",
            (
                (
                    "jobs.py",
                    ("        self.stopping.add_done_callback(lambda _: task.cancel())\n        return await task\n"),
                    (
                        "        cancel = lambda _: task.cancel()\n"
                        "        self.stopping.add_done_callback(cancel)\n"
                        "        result = await task\n"
                        "        self.stopping.remove_done_callback(cancel)\n"
                        "        return result\n"
                    ),
                ),
            ),
        ),
    ),
    "nightly-import: clear the frames": (
        "growing",
        Repair(
            "nightly-import",
            "",
            (
                ("importer.py", "ORDERS: dict[str, int] = {}\n", ("import traceback\n\nORDERS: dict[str, int] = {}\n")),
                (
                    "importer.py",
                    "            PROBLEMS.append(error)\n",
                    ("            traceback.clear_frames(error.__traceback__)\n            PROBLEMS.append(error)\n"),
                ),
            ),
        ),
    ),
    "formula-sheets: slots": (
        "growing",
        Repair(
            "formula-sheets",
            "",
            (("sheets.py", "class Cell:\n", ('class Cell:\n    __slots__ = ("sheet", "text")\n\n')),),
        ),
    ),
    "parcel-scans: a cast": (
        "over-budget",
        Repair(
            "parcel-scans", "", (("scans.py", "[HEAD : HEAD + NUMBER]", "[HEAD : HEAD + NUMBER].cast('c').cast('B')"),)
        ),
    ),
}

WRONG = {
    "carrier-quotes: forget the postage": Repair(
        "carrier-quotes",
        "",
        (
            ("baskets.py", "    @cache\n", ""),
            ("baskets.py", "return self.goods() + self.postage()", "return self.goods()"),
        ),
        "A checkout must be answered with",
    ),
    "visitor-limits: keep the newest hundred": Repair(
        "visitor-limits",
        "",
        (
            (
                "limits.py",
                "    HITS[address].append(now)\n",
                (
                    "    HITS[address].append(now)\n"
                    "    HITS[address] = HITS.pop(address)\n"
                    "    while len(HITS) > 100:\n"
                    "        del HITS[next(iter(HITS))]\n"
                ),
            ),
        ),
        "was allowed 5 times in the last sixty seconds, and this request was allowed",
    ),
    "order-log: extra that nobody prints": Repair(
        "order-log",
        "",
        (
            ("orders.py", 'logging.getLogger(f"orders.{order}")', 'logging.getLogger("orders")'),
            ("orders.py", "cents / 100)", 'cents / 100, extra={"order": order})'),
            ("orders.py", '"have a second look")', '"have a second look", extra={"order": order})'),
        ),
        "A line must name its order, 700000",
    ),
    "scrape-page: known paths only": Repair(
        "scrape-page",
        "",
        (
            (
                "metrics.py",
                "    COUNTS[method, path, status] += 1\n",
                (
                    "    if len(COUNTS) < 100 or (method, path, status) in COUNTS:\n"
                    "        COUNTS[method, path, status] += 1\n"
                ),
            ),
        ),
        "The page must count 17 times GET /customers with 200",
    ),
    "pool-gauge: finalize keeps self": Repair(
        "pool-gauge",
        "",
        (
            ("pools.py", "from weakref import ref\n", "from weakref import finalize, ref\n"),
            (
                "pools.py",
                "        POOLS.append(ref(self))",
                ("        POOLS.append(ref(self))\n        finalize(self, self.give_back)"),
            ),
        ),
        "A pool must be gone as soon as its job lets go of it.",
    ),
    "payment-reminders: a deque of marks": Repair(
        "payment-reminders",
        "",
        (
            ("reminders.py", "from itertools", ("from collections import deque\nfrom itertools")),
            ("reminders.py", "set[int] = set()", "deque[int] = deque(maxlen=50)"),
            ("reminders.py", "cancelled.add(", "cancelled.append("),
        ),
        "A reminder that was cancelled must never come up.",
    ),
    "catalogue-pages: ten seconds": Repair(
        "catalogue-pages",
        "",
        (
            ("catalogue.py", "import secrets\n", ("import secrets\nimport time\n")),
            (
                "catalogue.py",
                "    READING[token] = pages_of(word)\n",
                (
                    "    now = time.monotonic()\n"
                    "    for late in [one for one, at in SEEN.items() if now - at > 10]:\n"
                    "        del SEEN[late]\n"
                    "        READING.pop(late, None)\n"
                    "    SEEN[token] = now\n"
                    "    READING[token] = pages_of(word)\n"
                ),
            ),
            ("catalogue.py", "] = {}\n", ("] = {}\nSEEN: dict[str, float] = {}\n")),
            (
                "catalogue.py",
                "    page = next(",
                ("    if token in SEEN:\n        SEEN[token] = time.monotonic()\n    page = next("),
            ),
        ),
        "After 28 seconds the next page must be",
    ),
    "price-board: clear the board": Repair(
        "price-board",
        "",
        (
            (
                "board.py",
                "    yield board\n",
                ("    try:\n        yield board\n    finally:\n        board.sent = []\n"),
            ),
        ),
        "A board must show how many prices were sent, ",
    ),
    "report-downloads: weak": Repair(
        "report-downloads",
        "",
        (
            ("exports.py", ("Callable\n\nfrom store"), ("Callable\nfrom weakref import ref\n\nfrom store")),
            ("exports.py", ".append(clean_up)", ".append(ref(clean_up))"),
            ("exports.py", "CLEANUPS[desk].pop()()", "(CLEANUPS[desk].pop()() or (lambda: None))()"),
        ),
        "A report can be fetched once, and desk 0 got",
    ),
    "query-footer: a set": Repair(
        "query-footer",
        "",
        (
            ("queries.py", "list[str] = []", "set[str] = set()"),
            ("queries.py", "queries.append(", "queries.add("),
            ("pages.py", "MINE.queries[begun:]", "list(MINE.queries)[begun:]"),
        ),
        "The footer of /customers/1 must list",
    ),
    "price-inquiries: swallow everything": Repair(
        "price-inquiries",
        "",
        (
            (
                "inquiries.py",
                (
                    "    await send(number, question)\n"
                    "    try:\n"
                    "        answer = await asyncio.wait_for(future, PATIENCE)\n"
                    "    except TimeoutError:\n"
                    "        return None\n"
                    "    del WAITING[number]\n"
                    "    return answer\n"
                ),
                (
                    "    try:\n"
                    "        await send(number, question)\n"
                    "        return await asyncio.wait_for(future, PATIENCE)\n"
                    "    except (Exception, asyncio.CancelledError):\n"
                    "        return None\n"
                    "    finally:\n"
                    "        del WAITING[number]\n"
                ),
            ),
        ),
        "A failure to send and a cancellation must be passed on",
    ),
    "job-runner: no callback": Repair(
        "job-runner",
        "",
        (("jobs.py", "        self.stopping.add_done_callback(lambda _: task.cancel())\n", ""),),
        "When the worker stops it must cancel the 3 jobs at work, and it cancelled 0.",
    ),
    "nightly-import: ten and no count": Repair(
        "nightly-import",
        "",
        (
            (
                "importer.py",
                "            PROBLEMS.append(error)\n",
                ("            PROBLEMS.append(error.with_traceback(None))\n            del PROBLEMS[:-10]\n"),
            ),
        ),
        "The page must count 11 problems since the start",
    ),
    "formula-sheets: forget a cell": Repair(
        "formula-sheets",
        "",
        (
            (
                "sheets.py",
                "    return {name: cell.value() for name, cell in sheet.cells.items()}\n",
                (
                    "    answer = {name: cell.value() for name, cell in sheet.cells.items()}\n"
                    "    sheet.cells.clear()\n"
                    "    answer.popitem()\n"
                    "    return answer\n"
                ),
            ),
        ),
        "Cell C2 must be",
    ),
    "parcel-scans: never known": Repair(
        "parcel-scans",
        "",
        (("scans.py", "    RECENT[number] = None\n", ""),),
        "is among the last 500 new ones and must be known again",
    ),
}
