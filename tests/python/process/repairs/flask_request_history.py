from repairs.repair import Repair

FLASK = "flask-request-history"
RING = "fixes/ring-and-counters"
H = "history.py"
KEEP = "        self.exchanges.append(exchange)\n"
RECENT = "        return list(self.exchanges)[-count:][::-1]\n"
ADD = "        HISTORY.add(exchange_of(response))\n"

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
}
