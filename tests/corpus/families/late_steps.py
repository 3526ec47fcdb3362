"""Plateaus on which something happens late and once, or now and then for no reason."""

from program import bounded, leak

PROGRAMS = [
    bounded(
        "table-that-doubles-once",
        "A cache of 9,000 entries is full, and at request 20,000 one more table of 40 KB is made.",
        """
        CACHE, TABLE = {}, []

        def run(i):
            CACHE[i] = f"page {i}"
            if len(CACHE) > 9_000:
                del CACHE[next(iter(CACHE))]
            if i == 20_000:
                TABLE.append(bytes(40_000))
        """,
        budget=4_000_000,
    ),
    bounded(
        "cache-whose-table-grows-late",
        "A cache of 9,500 entries: it is full first, and then its table has to make room for those that were dropped.",
        """
        from collections import OrderedDict

        CACHE = OrderedDict()

        def run(i):
            CACHE[i] = f"page {i}"
            if len(CACHE) > 9_500:
                CACHE.popitem(last=False)
        """,
        budget=4_000_000,
    ),
    bounded(
        "steps-on-the-way",
        "Buffers of 12 KB are made at requests 2,500, 5,000, 9,500 and 11,800, and that is all.",
        """
        BUFFERS = []

        def run(i):
            if i in (2_500, 5_000, 9_500, 11_800):
                BUFFERS.append(bytes(12_000))
        """,
        cap=25_600,
    ),
    bounded(
        "step-at-twelve-thousand",
        "A pool makes its buffers of 64 KB at requests 3,000, 7,000 and 12,000.",
        """
        POOL = []

        def run(i):
            if i in (3_000, 7_000, 12_000):
                POOL.append(bytearray(65_536))
        """,
        budget=400_000,
    ),
    bounded(
        "one-leap-of-many",
        "A swing of 90 KB on a rise that does not count; at request 5,500 a pool makes a hundred buffers at once.",
        """
        import random

        PAGES, TRAIL, POOL = [], [], []

        def run(i):
            PAGES[:] = [bytes(random.randrange(90_000))]
            if i % 40 == 0:
                TRAIL.append(bytes(60))
            if i == 5_500:
                POOL.extend(bytes(10_000) for _ in range(100))
        """,
        cap=3_200,
        budget=2_000_000,
        sensitivity=8.0,
    ),
    bounded(
        "names-that-come-and-go",
        "Names are interned and dropped: the interpreter's own table makes room for them once.",
        """
        import sys

        LAST = {}

        def run(i):
            for field in range(4):
                LAST[field] = sys.intern(f"field {field} of request {i}")
        """,
    ),
    bounded(
        "rows-that-are-replaced",
        "Sums in a table in memory, row by row; all but the first and the last five sets of them are deleted.",
        """
        import random
        import sqlite3
        from pathlib import Path

        DATABASE = sqlite3.connect(":memory:")
        DATABASE.execute("create table sums (number, line, size)")

        def run(i):
            if i % 10 == 0:
                for line in range(random.randrange(4, 12)):
                    name = Path(f"/srv/request-{i}/module_{line}.py").name
                    DATABASE.execute("insert into sums values (?, ?, ?)", (i, name, random.randrange(9_000)))
                DATABASE.execute("delete from sums where number between 1 and ?", (i - 50,))
                DATABASE.commit()
        """,
        cap=3_200,
        sensitivity=8.0,
    ),
    bounded(
        "large-ones-in-turn",
        "Six reports of ten to a hundred kilobytes are kept; each fiftieth request makes a new one of another length.",
        """
        import random

        REPORTS, LENGTH = [], [50_000]

        def run(i):
            if i % 50 == 0:
                LENGTH[0] = min(100_000, max(10_000, LENGTH[0] + random.randrange(-30_000, 30_001)))
                REPORTS.append(bytes(LENGTH[0]))
                del REPORTS[:-6]
        """,
        cap=3_200,
        budget=2_000_000,
        sensitivity=40.0,
    ),
    leak(
        "leaps-that-come-again",
        "The same swing and rise, and each 1,200th request leaves a table of a megabyte.",
        """
        import random

        PAGES, TRAIL, TABLES = [], [], []

        def run(i):
            PAGES[:] = [bytes(random.randrange(90_000))]
            if i % 40 == 0:
                TRAIL.append(bytes(60))
            if i % 1_200 == 0:
                TABLES.append(bytes(976_000))
        """,
        cap=3_200,
        budget=2_000_000,
        sensitivity=8.0,
    ),
    leak(
        "one-leap-on-a-line",
        "A table of a megabyte is made at request 7,500, and one page more in fifty requests stays.",
        """
        import random

        PAGES, TABLE, TRAIL = [], [], []

        def run(i):
            PAGES[:] = [bytes(random.randrange(90_000))]
            if i % 50 == 0:
                TRAIL.append(bytes(2_000))
            if i == 7_500:
                TABLE.append(bytes(976_000))
        """,
        cap=3_200,
        budget=2_000_000,
        sensitivity=8.0,
    ),
    bounded(
        "keyed-by-address",
        "Tables keyed by the addresses of what is alive: how they collide, and when they grow, is chance.",
        """
        import random

        class Job:
            def __init__(self):
                self.payload = bytes(random.randrange(200))

        ALIVE, KNOWN = [], [set() for _ in range(8)]

        def run(i):
            job = Job()
            ALIVE.append(job)
            KNOWN[i % 8].add(job)
            while len(ALIVE) > random.randint(60, 180):
                gone = ALIVE.pop(random.randrange(len(ALIVE)))
                for known in KNOWN:
                    known.discard(gone)
        """,
    ),
    bounded(
        "weak-by-address",
        "Weak sets of what is alive, sixty to three hundred at a time.",
        """
        import random
        from weakref import WeakKeyDictionary

        class Task:
            pass

        ALIVE, NOTES = [], WeakKeyDictionary()

        def run(i):
            task = Task()
            ALIVE.append(task)
            NOTES[task] = [i]
            if len(ALIVE) > random.randint(60, 300):
                del ALIVE[: random.randint(1, 50)]
        """,
        cap=25_600,
    ),
    leak(
        "a-step-and-then-a-line",
        "A table is made at request 2,000, and from there on 30 bytes a request stay.",
        """
        TABLE, TRAIL = [], []

        def run(i):
            if i == 2_000:
                TABLE.append(bytes(50_000))
            if i > 2_000:
                TRAIL.append(bytes(8))
        """,
        budget=2_000_000,
    ),
    leak(
        "step-after-step",
        "A log takes a block of 8 KB every 700 requests, and gives none back.",
        """
        BLOCKS = []

        def run(i):
            if i % 700 == 0:
                BLOCKS.append(bytes(8_192))
        """,
    ),
    leak(
        "large-and-rare",
        "One request in sixty leaves 200 KB.",
        """
        KEPT = []

        def run(i):
            if i % 60 == 59:
                KEPT.append(bytes(200_000))
        """,
        budget=180_000,
    ),
]
