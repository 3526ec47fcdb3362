"""Leaks that most requests do not show, and rare growth that ends."""

from program import bounded, leak

PROGRAMS = [
    leak(
        "one-in-a-hundred",
        "One request in a hundred leaves 500 bytes.",
        """
        FAILED = []

        def run(i):
            if i % 100 == 7:
                FAILED.append(["order", i, bytes(500)])
        """,
    ),
    leak(
        "one-in-333",
        "One request in 333 leaves 800 bytes.",
        """
        FAILED = []

        def run(i):
            if i % 333 == 11:
                FAILED.append(bytes(800))
        """,
    ),
    leak(
        "one-in-a-thousand",
        "One request in a thousand leaves 5 KB.",
        """
        REPORTS = []

        def run(i):
            if i % 1_000 == 999:
                REPORTS.append(bytes(5_000))
        """,
    ),
    leak(
        "smallest",
        "One request in a thousand leaves a text of 60 bytes: 0.06 bytes per request.",
        """
        NOTES = []

        def run(i):
            if i % 1_000 == 500:
                NOTES.append(str(i).zfill(11))
        """,
        cap=51_200,
        sensitivity=0.02,
    ),
    leak(
        "one-in-three-thousand",
        "One request in three thousand leaves 60 KB.",
        """
        DUMPS = []

        def run(i):
            if i % 3_000 == 700:
                DUMPS.append(bytes(60_000))
        """,
        cap=51_200,
    ),
    leak(
        "in-bursts",
        "Nothing for 900 requests, then a hundred that each leave a list.",
        """
        STUCK = []

        def run(i):
            if i % 1_000 >= 900:
                STUCK.append([i])
        """,
    ),
    leak(
        "by-chance",
        "Each request has one chance in 150 to leave its exception.",
        """
        import random

        ERRORS = []

        def run(i):
            try:
                if random.random() < 1 / 150:
                    raise ValueError(i)
            except ValueError as error:
                ERRORS.append(error)
        """,
    ),
    leak(
        "one-bad-client",
        "Only the requests of one client in sixty stay.",
        """
        HELD = {}

        def run(i):
            client = i % 60
            if client == 17:
                HELD[i] = {"client": client}
        """,
    ),
    bounded(
        "last-twenty-failures",
        "One request in a hundred fails, and the last twenty failures are kept: full after 2,000 requests.",
        """
        from collections import deque

        FAILED = deque(maxlen=20)

        def run(i):
            if i % 100 == 7:
                FAILED.append(["order", i, bytes(500)])
        """,
    ),
    bounded(
        "last-five-of-333",
        "One request in 333 leaves 800 bytes, and the last five are kept.",
        """
        from collections import deque

        FAILED = deque(maxlen=5)

        def run(i):
            if i % 333 == 11:
                FAILED.append(bytes(800))
        """,
    ),
    bounded(
        "bursts-that-are-flushed",
        "A hundred lists in a burst, dropped when the burst is over.",
        """
        STUCK = []

        def run(i):
            if i % 1_000 >= 900:
                STUCK.append([i])
            else:
                STUCK.clear()
        """,
        cap=25_600,
        sensitivity=5.0,
    ),
    bounded(
        "last-error-alone",
        "The last exception is kept with its traceback, and replaces the one before.",
        """
        LAST = None

        def run(i):
            global LAST
            try:
                if i % 40 == 0:
                    {}[i]
            except KeyError as error:
                LAST = error
        """,
    ),
]
