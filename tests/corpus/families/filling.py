"""Caches that fill, quickly or slowly: a straight line, until it is not."""

from program import bounded, leak

PROGRAMS = [
    bounded(
        "three-thousand-new-keys",
        "A cache of 3,000 entries is filled by the first 3,000 requests.",
        """
        from collections import OrderedDict

        CACHE = OrderedDict()

        def run(i):
            CACHE[i] = f"page {i}"
            if len(CACHE) > 3_000:
                CACHE.popitem(last=False)
        """,
        budget=1_000_000,
    ),
    bounded(
        "six-thousand-new-keys",
        "A cache of 6,000 entries, in a contract whose cap is four times that and more.",
        """
        CACHE = {}

        def run(i):
            CACHE[i] = f"page {i}"
            if len(CACHE) > 6_000:
                del CACHE[next(iter(CACHE))]
        """,
        cap=25_600,
        budget=2_000_000,
    ),
    bounded(
        "four-hundred-skewed-keys",
        "One entry for each of 400 products, asked for by Zipf's law: the last ones come late.",
        """
        import random

        RANKS = range(1, 401)
        SHARES = [1 / rank for rank in RANKS]
        PAGES = {}

        def run(i):
            (product,) = random.choices(RANKS, SHARES)
            PAGES.setdefault(product, f"page {product}" * 3)
        """,
        cap=51_200,
    ),
    bounded(
        "lru-under-zipf",
        "An LRU of 1,500 entries over 50,000 keys by Zipf's law.",
        """
        import itertools
        import random
        from collections import OrderedDict

        RANKS = range(50_000)
        TOTALS = list(itertools.accumulate(1 / (rank + 1) for rank in RANKS))
        CACHE = OrderedDict()

        def run(i):
            (key,) = random.choices(RANKS, cum_weights=TOTALS)
            CACHE[key] = f"page {i:08}"
            CACHE.move_to_end(key)
            if len(CACHE) > 1_500:
                CACHE.popitem(last=False)
        """,
        cap=25_600,
        budget=4_000_000,
    ),
    bounded(
        "five-hundred-clients",
        "A counter for each of 500 clients, who come by chance.",
        """
        import random
        from collections import Counter

        HITS = Counter()

        def run(i):
            HITS[f"client-{random.randrange(500)}"] += 1
        """,
        cap=25_600,
    ),
    bounded(
        "saved-sessions",
        "A session for each of 2,000 users, who come by chance.",
        """
        import random

        SESSIONS = {}

        def run(i):
            SESSIONS[random.randrange(2_000)] = {"seen": i}
        """,
        cap=51_200,
        budget=2_000_000,
    ),
    bounded(
        "one-after-the-other",
        "A second cache begins to fill when the first has long been full.",
        """
        FIRST, SECOND = {}, {}

        def run(i):
            FIRST[i % 400] = f"first {i}"
            if i > 2_000:
                SECOND[i % 1_000] = f"second {i}"
        """,
        cap=25_600,
        budget=800_000,
    ),
    bounded(
        "names-by-number",
        "A table of names is completed as they come: 1,600 of them, each again and again.",
        """
        from functools import cache

        @cache
        def name(number):
            return f"product number {number}"

        def run(i):
            name(i % 1_600)
        """,
        budget=800_000,
    ),
    leak(
        "a-leak-beside-a-filling-cache",
        "A cache of 2,000 entries fills, and then 16 bytes a request go on.",
        """
        CACHE = {}
        TRAIL = bytearray()

        def run(i):
            CACHE[i % 2_000] = f"page {i:06}"
            TRAIL.extend(b"sixteen bytes ab")
        """,
        cap=25_600,
        budget=1_000_000,
    ),
    leak(
        "pool-that-is-not-given-back-to",
        "A pool of 2,000 buffers hides that none is given back, until it is empty.",
        """
        POOL = [bytearray(200) for _ in range(2_000)]
        LENT = []

        def run(i):
            LENT.append(POOL.pop() if POOL else bytearray(200))
        """,
        budget=2_000_000,
    ),
    leak(
        "clients-who-never-end",
        "One entry per client address, and new clients go on coming.",
        """
        LIMITS = {}

        def run(i):
            client = i // 3 if i % 5 else i % 40
            LIMITS.setdefault(f"10.0.{client}", []).append(1)
            LIMITS[f"10.0.{client}"][:-1] = []
        """,
    ),
]
