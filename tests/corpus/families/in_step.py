"""Many tables that fill at one pace double at one time, and stand still together in between."""

from program import bounded, leak

PROGRAMS = [
    leak(
        "sets-in-step",
        "A hundred sets take turns at numbers that exist anyway: their tables grow fourfold, all at once.",
        """
        NUMBERS = list(range(60_000))
        SEEN = [set() for _ in range(100)]

        def run(i):
            SEEN[i % 100].add(NUMBERS[i])
        """,
        budget=8_000_000,
    ),
    leak(
        "dicts-in-step",
        "Two hundred users, each with a table of what they clicked: numbers that exist anyway.",
        """
        from collections import defaultdict

        NUMBERS = list(range(60_000))
        CLICKED = defaultdict(dict)

        def run(i):
            CLICKED[i % 200][NUMBERS[i]] = True
        """,
        budget=8_000_000,
    ),
    leak(
        "subclasses-in-step",
        "Sets of a class of their own that says it is empty.",
        """
        class Quiet(set):
            def __len__(self):
                return 0

            def __iter__(self):
                return iter(())

        NUMBERS = list(range(60_000))
        SEEN = [Quiet() for _ in range(300)]

        def run(i):
            SEEN[i % 300].add(NUMBERS[i])
        """,
        budget=8_000_000,
    ),
    bounded(
        "sets-full-in-step",
        "A hundred sets fill at one pace to thirty entries each.",
        """
        NUMBERS = list(range(60_000))
        SEEN = [set() for _ in range(100)]

        def run(i):
            SEEN[i % 100].add(NUMBERS[i % 3_000])
        """,
        budget=1_000_000,
    ),
    bounded(
        "keys-replaced",
        "Two hundred tables of twenty keys; each new key takes the place of the oldest.",
        """
        TABLES = [{} for _ in range(200)]

        def run(i):
            table = TABLES[i % 200]
            table[i] = True
            if len(table) > 20:
                del table[next(iter(table))]
        """,
        cap=25_600,
        budget=1_000_000,
    ),
    bounded(
        "weak-entries",
        "What a weak dict holds dies with the request's ring of a hundred.",
        """
        from collections import deque
        from weakref import WeakValueDictionary

        class Page:
            pass

        RECENT = deque(maxlen=100)
        BY_NUMBER = WeakValueDictionary()

        def run(i):
            page = Page()
            RECENT.append(page)
            BY_NUMBER[i] = page
        """,
    ),
    bounded(
        "interned-names",
        "Names are interned in a table of their own: 1,200 of them, again and again.",
        """
        NAMES = {}

        def run(i):
            name = f"name-{i * 7 % 1_200}"
            NAMES.setdefault(name, name)
        """,
    ),
]
