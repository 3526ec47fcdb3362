"""Containers that over-allocate: memory rises in steps, and between two steps nothing moves."""

from program import bounded, leak

PROGRAMS = [
    leak(
        "list-of-numbers",
        "Every request's number goes into a list.",
        """
        SEEN = []

        def run(i):
            SEEN.append(i)
        """,
    ),
    leak(
        "list-of-none",
        "A list grows by 8 bytes a request, and by nothing else.",
        """
        MARKS = []

        def run(i):
            MARKS.append(None)
        """,
    ),
    leak(
        "deque-without-end",
        "A deque has no maxlen; it grows a block of 64 slots at a time.",
        """
        from collections import deque

        EVENTS = deque()

        def run(i):
            EVENTS.append("seen")
        """,
    ),
    leak(
        "dict-of-numbers",
        "One key per request; the table doubles.",
        """
        COUNTS = {}

        def run(i):
            COUNTS[i] = 1
        """,
    ),
    leak(
        "set-of-known-users",
        "A set of users who exist anyway: only its table grows, and it grows fourfold at a time.",
        """
        USERS = [f"user-{n}" for n in range(60_000)]
        GREETED = set()

        def run(i):
            GREETED.add(USERS[i])
        """,
        cap=25_600,
        budget=8_000_000,
    ),
    leak(
        "array-of-samples",
        "Eight bytes of measurement per request in an array.",
        """
        from array import array

        SAMPLES = array("d")

        def run(i):
            SAMPLES.append(i / 7)
        """,
    ),
    leak(
        "bytearray-journal",
        "A journal of four bytes a request in one bytearray.",
        """
        JOURNAL = bytearray()

        def run(i):
            JOURNAL.extend(i.to_bytes(4, "big"))
        """,
    ),
    leak(
        "arena-by-arena",
        "A home-made arena takes a block of 64 KiB every 1,500 requests and gives none back.",
        """
        BLOCKS = []

        def run(i):
            if i % 1_500 == 0:
                BLOCKS.append(bytearray(65_536))
        """,
    ),
    bounded(
        "ring-of-slots",
        "A list of 512 slots is written round and round.",
        """
        RING = [None] * 512

        def run(i):
            RING[i % 512] = f"request {i}"
        """,
    ),
    bounded(
        "list-cut-back",
        "A list is cut back to its last 50 entries at every hundredth request.",
        """
        SEEN = []

        def run(i):
            SEEN.append(i)
            if i % 100 == 0:
                del SEEN[:-50]
        """,
    ),
    bounded(
        "dict-of-open-orders",
        "An order is opened, and closed fifty requests later; the table is rebuilt now and then.",
        """
        OPEN = {}

        def run(i):
            OPEN[i] = {"order": i}
            OPEN.pop(i - 50, None)
        """,
    ),
    bounded(
        "set-in-and-out",
        "A set of the sessions that are present: each leaves at a random time.",
        """
        import random

        PRESENT = set()

        def run(i):
            PRESENT.add(f"session-{i}")
            while len(PRESENT) > random.randint(100, 140):
                PRESENT.pop()
        """,
    ),
    bounded(
        "bytearray-drained",
        "What arrives in a buffer is drained from its front.",
        """
        BUFFER = bytearray()

        def run(i):
            BUFFER.extend(b"x" * (i % 97))
            if len(BUFFER) > 4_096:
                del BUFFER[:4_096]
        """,
    ),
    bounded(
        "backlog-worked-off",
        "A backlog of 5,000 jobs is there at the start and is worked off, one a request: memory falls.",
        """
        BACKLOG = [f"job number {n}" for n in range(5_000)]

        def run(i):
            if BACKLOG:
                BACKLOG.pop()
        """,
        budget=800_000,
    ),
    bounded(
        "local-structures",
        "Everything large is local to the request.",
        """
        def run(i):
            table = {n: str(n) for n in range(i % 300)}
            return sorted(table.values())
        """,
    ),
]
