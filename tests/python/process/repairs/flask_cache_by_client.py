from repairs.repair import Repair

CLIENT = "flask-cache-by-client"
SIXTY = "fixes/the-last-sixty"
MINUTES = "fixes/three-minutes"
R = "readers.py"
IMPORT = "from collections import deque\n"
DICT = "READERS: dict[str, Reader] = {}\n"
BODY = """    if address not in READERS:
        READERS[address] = Reader()
    return READERS[address]
"""

RIGHT = {
    "a cache of sixty readers, from functools": Repair(
        CLIENT,
        "",
        (
            (R, IMPORT, IMPORT + "from functools import lru_cache\n"),
            (R, DICT, ""),
            (R, "def reader_at", "@lru_cache(maxsize=60)\ndef reader_at"),
            (R, BODY, "    return Reader()\n"),
        ),
    ),
    "a sweep through the readers every half minute": Repair(
        CLIENT,
        "",
        (
            (R, IMPORT, "import time\n" + IMPORT),
            (R, DICT, DICT + "CAME: dict[str, float] = {}\nSWEPT = [time.time()]\n"),
            (
                R,
                BODY,
                "    now = time.time()\n"
                "    if now - SWEPT[0] > 30:\n"
                "        SWEPT[0] = now\n"
                "        for other in [other for other, came in CAME.items() if now - came > 180]:\n"
                "            del CAME[other], READERS[other]\n"
                "    CAME[address] = now\n" + BODY,
            ),
        ),
    ),
    "weak readers, and a ring of the last visits": Repair(
        CLIENT,
        "",
        (
            (R, IMPORT, IMPORT + "from weakref import WeakValueDictionary\n"),
            (
                R,
                DICT,
                "READERS: WeakValueDictionary[str, Reader] = WeakValueDictionary()\n"
                "LATEST: deque[Reader] = deque(maxlen=120)\n",
            ),
            (
                R,
                BODY,
                "    reader = READERS.get(address) or Reader()\n"
                "    READERS[address] = reader\n"
                "    LATEST.append(reader)\n"
                "    return reader\n",
            ),
        ),
    ),
    "a table of readers in SQLite": Repair(
        CLIENT,
        "",
        (
            (R, IMPORT, "import sqlite3\n" + IMPORT),
            (R, "    def __init__(self) -> None:\n", "    def __init__(self, address: str, numbers: str) -> None:\n"),
            (R, "deque(maxlen=12)", "deque(map(int, numbers.split()), maxlen=12)\n        self.address = address"),
            (
                R,
                "        self.recent.append(number)\n",
                "        self.recent.append(number)\n"
                '        known = (" ".join(map(str, self.recent)), self.address)\n'
                '        DB.execute("update r set numbers = ? where address = ?", known)\n',
            ),
            (
                R,
                DICT,
                'DB = sqlite3.connect(":memory:", isolation_level=None)\n'
                'DB.execute("create table r (visit integer primary key, address text unique, numbers text)")\n',
            ),
            (
                R,
                BODY,
                '    known = DB.execute("select numbers from r where address = ?", (address,)).fetchone()\n'
                '    numbers = known[0] if known else ""\n'
                '    visit = DB.execute("select coalesce(max(visit), 0) + 1 from r").fetchone()[0]\n'
                '    DB.execute("insert or replace into r values (?, ?, ?)", (visit, address, numbers))\n'
                '    last = "select visit from r order by visit desc limit 60"\n'
                '    DB.execute(f"delete from r where visit not in ({last})")\n'
                "    return Reader(address, numbers)\n",
            ),
        ),
    ),
}

WRONG = {
    "forget a reader by the first visit": Repair(
        CLIENT,
        MINUTES,
        (
            (
                R,
                "    reader = READERS.pop(address, None) or Reader()\n"
                "    reader.came = now\n"
                "    READERS[address] = reader\n",
                "    reader = READERS.setdefault(address, Reader())\n    reader.came = reader.came or now\n",
            ),
        ),
        "other readers in between: GET",
    ),
    "readers are known for two and a half minutes": Repair(
        CLIENT, MINUTES, ((R, "SECONDS = 180", "SECONDS = 150"),), "comes back after 1"
    ),
    "one place for many readers": Repair(
        CLIENT,
        "",
        ((R, BODY, "    address = str(hash(address) % 64)\n" + BODY),),
        "has never been here: GET",
    ),
    "sixty readers in the order of their first visit": Repair(
        CLIENT,
        SIXTY,
        ((R, "    READERS.move_to_end(address)\n", ""),),
        "other readers in between: GET",
    ),
}
