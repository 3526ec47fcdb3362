"""Growth that is no straight line."""

from program import bounded, either, leak

PROGRAMS = [
    leak(
        "exponential",
        "Each request keeps 0.05 per cent more than the one before.",
        """
        CHUNKS = []

        def run(i):
            CHUNKS.append(bytes(int(20 * 1.0005**i)))
        """,
    ),
    leak(
        "quadratic",
        "What a request keeps grows with the number of requests before it.",
        """
        TABLES = []

        def run(i):
            TABLES.append(bytes(i // 20))
        """,
    ),
    leak(
        "square-root",
        "The request numbers that are squares leave 2 KB: growth by the square root.",
        """
        from math import isqrt

        KEPT = []

        def run(i):
            if isqrt(i) ** 2 == i:
                KEPT.append(bytes(2_000))
        """,
    ),
    leak(
        "n-log-n",
        "Skip lists: each request leaves a node with one to ten pointers.",
        """
        import random

        NODES = []

        def run(i):
            height = 1
            while height < 10 and random.random() < 0.5:
                height += 1
            NODES.append([None] * height)
        """,
    ),
    leak(
        "slower-and-slower-but-on",
        "New words in an endless text: Heaps' law, with the exponent 0.75.",
        """
        import random

        WORDS = set()

        def run(i):
            if random.random() < 0.75 * (i + 1) ** -0.25:
                WORDS.add(f"word-{i}")
        """,
        cap=25_600,
    ),
    either(
        "logarithmic",
        "A summary of 2 KB at every fiftieth part more of requests: growth by the logarithm.",
        """
        SUMMARIES = []
        NEXT = 1.0

        def run(i):
            global NEXT
            if i >= NEXT:
                SUMMARIES.append(bytes(2_000))
                NEXT = i * 1.02 + 1
        """,
        budget=2_000_000,
    ),
    either(
        "powers-of-two",
        "A buffer of 2 KB at every doubling of the requests.",
        """
        BUFFERS = []

        def run(i):
            if i & (i - 1) == 0:
                BUFFERS.append(bytes(2_000))
        """,
        cap=25_600,
        # Growth that counts, for as long as the load lasts.
        sensitivity=0.02,
    ),
    bounded(
        "saturating",
        "A table of 800 places that are taken by chance: nearly full, then full.",
        """
        import random

        PLACES = [None] * 800

        def run(i):
            PLACES[random.randrange(800)] = f"guest {i:06}"
        """,
        cap=51_200,
    ),
    bounded(
        "damped-wave",
        "A pool grows and shrinks by half a wave, ever less, and comes to rest.",
        """
        from math import cos, exp

        POOL = []

        def run(i):
            wanted = int(200 + 150 * exp(-i / 800) * cos(i / 300))
            while len(POOL) < wanted:
                POOL.append(f"connection {i:06}")
            del POOL[wanted:]
        """,
        cap=25_600,
    ),
    bounded(
        "wave-without-end",
        "A pool follows the time of day: a wave of 2,000 requests.",
        """
        from math import sin

        POOL = []

        def run(i):
            wanted = int(100 + 80 * sin(i / 318))
            while len(POOL) < wanted:
                POOL.append(f"connection {i:06}")
            del POOL[wanted:]
        """,
        cap=51_200,
        sensitivity=2.0,
    ),
]
