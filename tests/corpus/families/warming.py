"""What is built late, once, at odd moments."""

from program import bounded, leak

PROGRAMS = [
    bounded(
        "table-at-five-hundred",
        "A table of 100 KB is built by request 500.",
        """
        TABLE = None

        def run(i):
            global TABLE
            if i == 500:
                TABLE = [str(n) for n in range(1_800)]
        """,
    ),
    bounded(
        "table-at-three-thousand",
        "A table of 300 KB is built by request 3,000.",
        """
        TABLE = None

        def run(i):
            global TABLE
            if i == 3_000:
                TABLE = [str(n) for n in range(5_000)]
        """,
        cap=25_600,
        budget=800_000,
    ),
    bounded(
        "import-under-load",
        "Several modules of the standard library are imported by request 1,000.",
        """
        def run(i):
            if i == 1_000:
                import csv
                import difflib
                import mailbox
                import xml.dom.minidom
        """,
        cap=25_600,
        budget=8_000_000,
    ),
    bounded(
        "patterns-compiled-late",
        "Forty regular expressions are compiled, one every hundred requests.",
        """
        import re
        from functools import cache

        @cache
        def pattern(number):
            return re.compile(rf"^/orders/{number}/(\\d+)-(\\w+)$")

        def run(i):
            pattern(min(i // 100, 39)).match(f"/orders/7/{i}-x")
        """,
        cap=25_600,
        budget=800_000,
    ),
    bounded(
        "routes-by-chance",
        "Twenty routes set themselves up when first asked for; the rarest is one request in 475.",
        """
        import random

        READY = {}
        SHARES = [1 / (route * route + 2) for route in range(20)]

        def run(i):
            (route,) = random.choices(range(20), SHARES)
            if route not in READY:
                READY[route] = bytearray(2_000)
        """,
        cap=51_200,
    ),
    bounded(
        "held-for-a-while",
        "A report of 200 KB is held from request 1,200 to request 2,600.",
        """
        REPORT = None

        def run(i):
            global REPORT
            if i == 1_200:
                REPORT = [str(n) for n in range(3_500)]
            if i == 2_600:
                REPORT = None
        """,
        cap=25_600,
        budget=800_000,
    ),
    bounded(
        "three-late-steps",
        "Three components start at requests 400, 900 and 2,100, each with a buffer.",
        """
        BUFFERS = {}

        def run(i):
            if i in (400, 900, 2_100):
                BUFFERS[i] = bytearray(30_000)
        """,
        cap=25_600,
    ),
    bounded(
        "nothing-at-all",
        "A request that leaves nothing.",
        """
        def run(i):
            return i * 2
        """,
    ),
    leak(
        "feature-switched-on-late",
        "A feature that keeps every request is switched on at request 1,500.",
        """
        KEPT = []

        def run(i):
            if i >= 1_500:
                KEPT.append({"id": i})
        """,
    ),
    leak(
        "a-leak-after-a-late-import",
        "A module is imported at request 600, and from then on 40 bytes a request stay.",
        """
        KEPT = []

        def run(i):
            if i >= 600:
                import difflib

                KEPT.append(f"{difflib.IS_LINE_JUNK('#')} {i}")
        """,
        budget=2_000_000,
    ),
]
