"""Growth so slow that it counts or does not: the contract says from where on."""

from program import bounded, leak

PROGRAMS = [
    bounded(
        "half-a-byte",
        "A text of 40 bytes stays of every 150th request: less than the byte that counts.",
        """
        NOTES = []

        def run(i):
            if i % 150 == 50:
                NOTES.append(str(i).zfill(11))
        """,
    ),
    leak(
        "half-a-byte-that-counts",
        "The same, where a tenth of a byte counts.",
        """
        NOTES = []

        def run(i):
            if i % 150 == 50:
                NOTES.append(str(i).zfill(11))
        """,
        sensitivity=0.1,
        cap=25_600,
    ),
    leak(
        "two-bytes",
        "A text of 60 bytes stays of every fortieth request.",
        """
        NOTES = []

        def run(i):
            if i % 40 == 20:
                NOTES.append(str(i).zfill(11))
        """,
    ),
    bounded(
        "ring-of-nine-thousand",
        "The last 9,000 queries, five a request.",
        """
        from collections import deque

        QUERIES = deque(maxlen=9_000)

        def run(i):
            for n in range(5):
                QUERIES.append({"sql": f"SELECT {i} {n}", "time": "0.001"})
        """,
        budget=8_000_000,
    ),
    bounded(
        "ring-of-views",
        "The last thousand heads, each a view of 2 KB.",
        """
        from collections import deque

        HEADS = deque(maxlen=1_000)

        def run(i):
            HEADS.append(memoryview(bytearray(2_000))[:4])
        """,
        budget=8_000_000,
    ),
]
