"""Sweeps: what gathers is thrown away at so many entries, and between two sweeps memory stands high."""

from program import bounded, leak

PROGRAMS = [
    bounded(
        "swept-at-fifty",
        "Answers of 1.8 KB are dropped as soon as there are fifty.",
        """
        KEPT = []

        def run(i):
            KEPT.append(bytes(1_800))
            if len(KEPT) == 50:
                KEPT.clear()
        """,
    ),
    bounded(
        "swept-at-a-hundred",
        "A table of pages of 1 KB is emptied at a hundred.",
        """
        PAGES = {}

        def run(i):
            PAGES[i] = bytes(1_000)
            if len(PAGES) >= 100:
                PAGES.clear()
        """,
    ),
    bounded(
        "written-out-at-a-thousand",
        "A buffer of 100 KB is written out every thousand requests.",
        """
        BUFFER = []

        def run(i):
            BUFFER.append(f"line {i:>40}")
            if len(BUFFER) == 1_000:
                BUFFER.clear()
        """,
    ),
    bounded(
        "swept-down-to-the-last-ten",
        "At sixty reports of 2 KB all but the last ten go.",
        """
        REPORTS = []

        def run(i):
            REPORTS.append(bytearray(2_000))
            if len(REPORTS) > 60:
                del REPORTS[:-10]
        """,
    ),
    bounded(
        "swept-by-chance",
        "One request in eighty empties a table whose entries take 500 bytes.",
        """
        import random

        TABLE = {}

        def run(i):
            TABLE[i] = bytes(500)
            if random.randrange(80) == 0:
                TABLE.clear()
        """,
        budget=800_000,
    ),
    bounded(
        "two-sweeps",
        "One list is dropped at seventy entries, another at nine hundred.",
        """
        SHORT, LONG = [], []

        def run(i):
            SHORT.append(bytes(700))
            LONG.append(bytes(60))
            if len(SHORT) == 70:
                SHORT.clear()
            if len(LONG) == 900:
                LONG.clear()
        """,
    ),
    leak(
        "a-leak-under-a-sweep",
        "A table is swept at fifty entries of 1.8 KB, and beside it 40 bytes a request stay.",
        """
        KEPT, TRAIL = [], []

        def run(i):
            KEPT.append(bytes(1_800))
            TRAIL.append(str(i))
            if len(KEPT) == 50:
                KEPT.clear()
        """,
        budget=2_000_000,
    ),
    leak(
        "a-sweep-that-forgets-one",
        "A sweep at a hundred entries leaves the last one.",
        """
        KEPT, LEFT = [], []

        def run(i):
            KEPT.append(bytes(1_000))
            if len(KEPT) == 100:
                LEFT.append(KEPT.pop())
                KEPT.clear()
        """,
        budget=2_000_000,
    ),
]
