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
