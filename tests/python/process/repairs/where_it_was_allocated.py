from repairs.repair import Repair

TRAMS = "where-it-was-allocated"
A = "announcements.py"
D = "displays.py"
ANNOUNCED = "ANNOUNCED: dict[str, dict[str, Any]] = {}\n"
DECODE = '    announced = json.loads(payload)["shown"]\n'
STORE = '    ANNOUNCED[announced["id"]] = announced\n'
SHOWN = '    shown = [one for one in ANNOUNCED.values() if now < one["until"] and stop in one["stops"]]\n'
TEXTS = '    return [one["text"] for one in sorted(shown, key=lambda one: one["id"])]\n'
HEAP = (
    (A, "import json\n", "import heapq\nimport json\n"),
    (A, ANNOUNCED, ANNOUNCED + "ENDS: list[tuple[int, str]] = []\n"),
    (A, STORE, STORE + '    heapq.heappush(ENDS, (announced["until"], announced["id"]))\n'),
)

RIGHT = {
    "a heap by end": Repair(
        TRAMS,
        "",
        (
            *HEAP,
            (
                A,
                SHOWN,
                "    while ENDS and ENDS[0][0] <= now:\n"
                "        until, over = heapq.heappop(ENDS)\n"
                '        if over in ANNOUNCED and ANNOUNCED[over]["until"] == until:\n'
                "            del ANNOUNCED[over]\n" + SHOWN,
            ),
        ),
    ),
    "a table of announcements": Repair(
        TRAMS,
        "",
        (
            (A, "import json\n", "import json\nimport sqlite3\n"),
            (
                A,
                ANNOUNCED,
                'DB = sqlite3.connect(":memory:")\n'
                'DB.execute("create table announced (id text primary key, until integer, stops text, text text)")\n',
            ),
            (
                A,
                STORE,
                "    with DB:\n"
                '        stops = json.dumps(announced["stops"])\n'
                '        row = (announced["id"], announced["until"], stops, announced["text"])\n'
                '        DB.execute("insert or replace into announced values (?, ?, ?, ?)", row)\n',
            ),
            (
                A,
                SHOWN,
                "    with DB:\n"
                '        DB.execute("delete from announced where until <= ?", (now,))\n'
                '    query = "select text from announced where stops like ? order by id"\n'
                "    rows = DB.execute(query, (f'%\"{stop}\"%',))\n",
            ),
            (A, TEXTS, "    return [text for (text,) in rows]\n"),
        ),
    ),
    "a drawer for each minute": Repair(
        TRAMS,
        "",
        (
            (A, ANNOUNCED, "DRAWERS: dict[int, dict[str, dict[str, Any]]] = {}\n"),
            (
                A,
                STORE,
                "    for drawer in DRAWERS.values():\n"
                '        drawer.pop(announced["id"], None)\n'
                '    DRAWERS.setdefault(announced["until"] // 60, {})[announced["id"]] = announced\n',
            ),
            (
                A,
                SHOWN,
                "    for minute in [one for one in DRAWERS if one < now // 60]:\n"
                "        del DRAWERS[minute]\n"
                "    held = [one for drawer in DRAWERS.values() for one in drawer.values()]\n"
                + SHOWN.replace("ANNOUNCED.values()", "held"),
            ),
        ),
    ),
    "as it came, and swept by every message": Repair(
        TRAMS,
        "",
        (
            (A, ANNOUNCED, "ANNOUNCED: dict[str, tuple[int, bytes]] = {}\n"),
            (A, STORE, '    ANNOUNCED[announced["id"]] = announced["until"], payload\n'),
            (
                A,
                SHOWN,
                "    for over in [one for one, (until, _) in ANNOUNCED.items() if until <= now]:\n"
                "        del ANNOUNCED[over]\n"
                '    all_of_them = [json.loads(payload)["shown"] for _, payload in ANNOUNCED.values()]\n'
                '    shown = [one for one in all_of_them if stop in one["stops"]]\n',
            ),
        ),
    ),
}

WRONG = {
    "a heap that believes its entries": Repair(
        TRAMS,
        "",
        (
            *HEAP,
            (
                A,
                SHOWN,
                "    while ENDS and ENDS[0][0] <= now:\n        ANNOUNCED.pop(heapq.heappop(ENDS)[1], None)\n" + SHOWN,
            ),
        ),
        "must show an announcement until it is over, and one is missing: ",
    ),
    "delete what was taken back": Repair(
        TRAMS,
        "",
        (
            (A, DECODE, '    message = json.loads(payload)\n    announced = message["shown"]\n'),
            (
                A,
                STORE,
                STORE + '    if announced["until"] <= message["sent"]:\n        del ANNOUNCED[announced["id"]]\n',
            ),
        ),
        "Growing: ",
        "growing",
    ),
    "sweep at every hundredth": Repair(
        TRAMS,
        "",
        (
            (A, ANNOUNCED, ANNOUNCED + "COUNT = [0]\n"),
            (A, DECODE, '    message = json.loads(payload)\n    announced = message["shown"]\n'),
            (
                A,
                STORE,
                STORE + "    COUNT[0] += 1\n"
                "    if COUNT[0] % 100 == 0:\n"
                '        for over in [one["id"] for one in ANNOUNCED.values() if one["until"] <= message["sent"]]:\n'
                "            del ANNOUNCED[over]\n",
            ),
        ),
        "Bounded, but too large: ",
        "over-budget",
    ),
    "look for the time where it is not": Repair(
        TRAMS,
        "",
        (
            (
                A,
                STORE,
                STORE + '    for over in [one for one, it in ANNOUNCED.items() if it["until"] <= announced["sent"]]:\n'
                "        del ANNOUNCED[over]\n",
            ),
        ),
        "KeyError: 'sent' (announcements.py, line 13). receive() must be True for a message on stops/announcement",
    ),
}
