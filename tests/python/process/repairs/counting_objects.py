from repairs.repair import Repair

COUNTING = "counting-objects"
RING = "fixes/used-and-a-ring"
INTAKE = "intake.py"
TELEGRAMS = "telegrams.py"
SEEN = "SEEN: dict[str, None] = {}\n"
KEEP = "    SEEN[digest] = None\n    if len(SEEN) > 200:\n        del SEEN[next(iter(SEEN))]\n"
ASK = "    if digest in SEEN:\n"

RIGHT = {
    "two sets that take turns": Repair(
        COUNTING,
        RING,
        (
            (TELEGRAMS, SEEN, "SEEN: list[set[str]] = [set(), set()]\n"),
            (TELEGRAMS, ASK, "    if digest in SEEN[0] or digest in SEEN[1]:\n"),
            (
                TELEGRAMS,
                KEEP,
                "    SEEN[0].add(digest)\n    if len(SEEN[0]) == 200:\n        SEEN[:] = [set(), SEEN[0]]\n",
            ),
        ),
    ),
    "a table of digests in SQLite": Repair(
        COUNTING,
        RING,
        (
            (TELEGRAMS, "from hashlib", "import sqlite3\nfrom hashlib"),
            (
                TELEGRAMS,
                SEEN,
                'DB = sqlite3.connect(":memory:", isolation_level=None)\n'
                'DB.execute("create table seen (id integer primary key, digest text unique)")\n',
            ),
            (TELEGRAMS, ASK, '    if DB.execute("select 1 from seen where digest = ?", (digest,)).fetchone():\n'),
            (
                TELEGRAMS,
                KEEP,
                '    DB.execute("insert into seen (digest) values (?)", (digest,))\n'
                '    DB.execute("delete from seen where id <= (select max(id) - 200 from seen)")\n',
            ),
        ),
    ),
    "a cache of the answers that were given": Repair(
        COUNTING,
        RING,
        (
            (TELEGRAMS, "from hashlib import sha256\n", "from functools import lru_cache\n"),
            (TELEGRAMS, SEEN, "@lru_cache(maxsize=200)\ndef times(telegram: str) -> list[None]:\n    return []\n"),
            (
                TELEGRAMS,
                "    digest = sha256(telegram.encode()).hexdigest()\n",
                "    told = times(telegram)\n    told.append(None)\n    del told[2:]\n    return len(told) > 1\n",
            ),
            (TELEGRAMS, "    if digest in SEEN:\n        return True\n" + KEEP + "    return False\n", ""),
        ),
    ),
    "the last fields and litres in two dicts, and no class": Repair(
        COUNTING,
        RING,
        (
            (
                INTAKE,
                "LATEST: dict[str, Reading] = {}\n",
                "LATEST: dict[str, dict[str, str]] = {}\nUSED: dict[str, int] = {}\n",
            ),
            (INTAKE, "    used = int(fields", "    USED[meter] = int(fields"),
            (INTAKE, "before.litres()", 'int(before["litres"])'),
            (INTAKE, "    LATEST[meter] = Reading(fields, used)\n", "    LATEST[meter] = fields\n"),
            (INTAKE, '{**reading.fields, "used": reading.used}', '{**reading, "used": USED[meter]}'),
        ),
    ),
}

WRONG = {
    "the last hundred and fifty digests": Repair(
        COUNTING, RING, ((TELEGRAMS, "len(SEEN) > 200", "len(SEEN) > 150"),), "must be answered 'copy', not 'taken'"
    ),
    "for nine seconds": Repair(
        COUNTING, "fixes/cut-and-forget", ((TELEGRAMS, "> 10:", "> 9:"),), "must be answered 'copy', not 'taken'"
    ),
    "the next number and no other": Repair(
        COUNTING,
        "fixes/last-number",
        ((INTAKE, 'int(fields["number"]) <= before.number()', 'int(fields["number"]) != before.number() + 1'),),
        "is new: it must be answered 'taken', not 'copy'",
    ),
    "eight bits of a digest": Repair(
        COUNTING,
        RING,
        ((TELEGRAMS, ".hexdigest()", ".hexdigest()[:2]"),),
        "is new: it must be answered 'taken', not 'copy'",
    ),
}
