"""Caches that evict, and caches that only look as if they did."""

from program import bounded, leak

PROGRAMS = [
    bounded(
        "cleared-at-a-thousand",
        "A cache is emptied whenever it holds 1,000 entries.",
        """
        CACHE = {}

        def run(i):
            CACHE[i] = f"page {i}"
            if len(CACHE) >= 1_000:
                CACHE.clear()
        """,
        cap=25_600,
        sensitivity=20.0,
    ),
    bounded(
        "lru-by-hand",
        "An OrderedDict of 500 entries drops the one that was used longest ago.",
        """
        from collections import OrderedDict

        CACHE = OrderedDict()

        def run(i):
            key = i if i % 3 else i - 200
            CACHE[key] = f"page {key}"
            CACHE.move_to_end(key)
            if len(CACHE) > 500:
                CACHE.popitem(last=False)
        """,
    ),
    bounded(
        "lru-cache-skewed",
        "functools.lru_cache of 256 entries under skewed keys, new and repeated.",
        """
        import random
        from functools import lru_cache

        @lru_cache(maxsize=256)
        def page(number):
            return f"page {number}" * 5

        def run(i):
            page(int(random.paretovariate(0.7)))
        """,
    ),
    bounded(
        "last-three-hundred",
        "A deque keeps the last 300 requests.",
        """
        from collections import deque

        RECENT = deque(maxlen=300)

        def run(i):
            RECENT.append({"id": i, "path": f"/orders/{i}"})
        """,
    ),
    bounded(
        "ttl-of-a-minute",
        "Entries live for 60 seconds of time.time() and are purged at every request.",
        """
        import time

        CACHE = {}

        def run(i):
            now = time.time()
            while CACHE and next(iter(CACHE.values())) < now:
                del CACHE[next(iter(CACHE))]
            CACHE[f"key-{i}"] = now + 60
        """,
        cap=51_200,
    ),
    bounded(
        "ttl-of-a-day",
        "Fifty keys live for a day of time.time(), and an hour passes per request.",
        """
        import time

        SEEN = {}

        def run(i):
            now = time.time()
            SEEN[i % 50] = now + 86_400
            for key in [key for key, until in SEEN.items() if until < now]:
                del SEEN[key]
            time.sleep(3_600)
        """,
    ),
    bounded(
        "ttl-and-size",
        "A cache with a size and a time to live on time.monotonic(), as cachetools has it.",
        """
        import time

        class TTLCache:
            def __init__(self, size, seconds):
                self.size, self.seconds = size, seconds
                self.entries = {}

            def put(self, key, value):
                now = time.monotonic()
                for old in [key for key, (until, _) in self.entries.items() if until < now]:
                    del self.entries[old]
                while len(self.entries) >= self.size:
                    del self.entries[next(iter(self.entries))]
                self.entries[key] = now + self.seconds, value

        CACHE = TTLCache(size=200, seconds=10)

        def run(i):
            CACHE.put(f"key-{i}", [i])
        """,
    ),
    bounded(
        "two-generations",
        "Two dicts: when the young one has 400 entries it becomes the old one.",
        """
        YOUNG, OLD = {}, {}

        def run(i):
            global YOUNG, OLD
            YOUNG[i] = str(i)
            if len(YOUNG) >= 400:
                YOUNG, OLD = {}, YOUNG
        """,
        sensitivity=10.0,
    ),
    bounded(
        "flushed-at-random",
        "A buffer is flushed at a random size between 50 and 400 lines.",
        """
        import random

        LINES = []
        LIMIT = 50

        def run(i):
            global LIMIT
            LINES.append(f"line {i}")
            if len(LINES) >= LIMIT:
                LINES.clear()
                LIMIT = random.randint(50, 400)
        """,
        cap=25_600,
        sensitivity=5.0,
    ),
    bounded(
        "cleared-once-a-minute",
        "Statistics are reported and dropped once a minute of time.monotonic().",
        """
        import time

        SIZES = []
        NEXT = time.monotonic()

        def run(i):
            global NEXT
            SIZES.append(float(i))
            if time.monotonic() > NEXT:
                SIZES.clear()
                NEXT = time.monotonic() + 60
        """,
        cap=25_600,
        sensitivity=5.0,
    ),
    bounded(
        "sawtooth-as-long-as-a-rung",
        "A cache is emptied every 3,200 requests: each doubling sees one ramp of it, or two.",
        """
        CACHE = {}

        def run(i):
            if i % 3_200 == 0:
                CACHE.clear()
            CACHE[i] = str(i)
        """,
        cap=51_200,
        budget=800_000,
        sensitivity=20.0,
    ),
    bounded(
        "queue-at-random",
        "A queue's length walks at random between 0 and 400.",
        """
        import random
        from collections import deque

        QUEUE = deque()

        def run(i):
            if random.random() < 0.5:
                if len(QUEUE) < 400:
                    QUEUE.append(f"job {i}")
            elif QUEUE:
                QUEUE.popleft()
        """,
        cap=51_200,
        sensitivity=5.0,
    ),
    bounded(
        "weak-cache",
        "A WeakValueDictionary keeps only what a request still uses.",
        """
        from weakref import WeakValueDictionary

        class Page:
            pass

        PAGES = WeakValueDictionary()

        def run(i):
            page = PAGES[i] = Page()
            page.text = f"page {i}"
        """,
    ),
    leak(
        "ttl-only-when-read",
        "Entries expire only when their key is read again, and keys never come back.",
        """
        import time

        CACHE = {}

        def run(i):
            key = f"key-{i}"
            found = CACHE.get(key)
            if found is not None and found < time.time():
                del CACHE[key]
            CACHE[key] = time.time() + 60
        """,
    ),
    leak(
        "eviction-of-the-index-alone",
        "The order of use is cut to 100 entries, and the pages stay.",
        """
        from collections import deque

        ORDER = deque(maxlen=100)
        PAGES = {}

        def run(i):
            ORDER.append(i)
            PAGES[i] = f"page {i}"
        """,
    ),
    leak(
        "key-with-a-timestamp",
        "A functools.cache is asked with the time of day as part of the key.",
        """
        import time
        from functools import cache

        @cache
        def greeting(user, at):
            return f"Good day, {user}"

        def run(i):
            greeting(i % 10, time.time())
        """,
    ),
    leak(
        "limit-that-moves",
        "A cache's limit is counted from what it already holds.",
        """
        CACHE = {}

        def run(i):
            limit = len(CACHE) + 100
            CACHE[i] = str(i)
            while len(CACHE) > limit:
                del CACHE[next(iter(CACHE))]
        """,
    ),
    leak(
        "under-a-sawtooth",
        "A buffer of 40 KB comes and goes, and beneath it a number a request stays.",
        """
        BUFFER = []
        SEEN = []

        def run(i):
            BUFFER.append("x" * 50)
            if len(BUFFER) >= 400:
                BUFFER.clear()
            SEEN.append(i)
        """,
        cap=51_200,
        sensitivity=5.0,
    ),
    leak(
        "faintly-under-a-sawtooth",
        "A buffer of 70 KB comes and goes, and beneath it six bytes a request stay.",
        """
        BUFFER = []
        JOURNAL = bytearray()

        def run(i):
            BUFFER.append(b"x" * 60)
            if len(BUFFER) >= 700:
                BUFFER.clear()
            JOURNAL.extend(b"123456")
        """,
        cap=51_200,
        sensitivity=4.0,
    ),
    leak(
        "lookups-that-insert",
        "A defaultdict is asked for keys that it does not have.",
        """
        from collections import defaultdict

        TOTALS = defaultdict(int)

        def run(i):
            return TOTALS[i] > 0
        """,
    ),
]
