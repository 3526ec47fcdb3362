"""Growth in few objects or in none: text, bytes and C memory, which no count of objects shows."""

from program import bounded, leak

PROGRAMS = [
    leak(
        "one-long-text",
        "A log is one str that is added to.",
        """
        LOG = {"text": ""}

        def run(i):
            LOG["text"] += f"line {i}\\n"
        """,
    ),
    leak(
        "bytesio-written-on",
        "A BytesIO is written to and never truncated.",
        """
        import io

        OUT = io.BytesIO()

        def run(i):
            OUT.write(b"%08d" % i)
        """,
    ),
    leak(
        "texts-in-one-dict",
        "Texts in one dict: no object that the collector knows is ever added.",
        """
        NAMES = {}

        def run(i):
            NAMES[f"client-{i}"] = f"name {i}"
        """,
    ),
    leak(
        "hundred-kilobytes-a-request",
        "Each request's upload of 100 KB is kept.",
        """
        UPLOADS = []

        def run(i):
            UPLOADS.append(bytes(100_000))
        """,
    ),
    leak(
        "view-of-a-buffer",
        "Ten bytes of a buffer of 8 KB are kept as a memoryview, which keeps all of it.",
        """
        HEADS = []

        def run(i):
            buffer = bytes(8_000)
            HEADS.append(memoryview(buffer)[:10])
        """,
    ),
    leak(
        "match-that-keeps-its-text",
        "A re.Match is kept for its one group, and with it the text of 2 KB.",
        """
        import re

        FOUND = []

        def run(i):
            FOUND.append(re.search(r"order (\\d+)", f"order {i} " + "x" * 2_000))
        """,
    ),
    leak(
        "bits-in-a-number",
        "The requests seen are bits of one int: an eighth of a byte each.",
        """
        SEEN = 0

        def run(i):
            global SEEN
            SEEN |= 1 << i
        """,
        cap=51_200,
        sensitivity=0.05,
    ),
    leak(
        "compressor-per-client",
        "A zlib compressor, with its memory in C, is kept for each request.",
        """
        import zlib

        OPEN = {}

        def run(i):
            OPEN[i] = zlib.compressobj(1, zlib.DEFLATED, -9, 1)
        """,
    ),
    leak(
        "interned-and-kept",
        "Interned names in a set.",
        """
        import sys

        NAMES = set()

        def run(i):
            NAMES.add(sys.intern(f"field_{i}"))
        """,
    ),
    bounded(
        "bytesio-truncated",
        "A BytesIO begins anew after 16 KB.",
        """
        import io

        OUT = io.BytesIO()

        def run(i):
            OUT.write(b"%08d" % i)
            if OUT.tell() > 16_000:
                OUT.seek(0)
                OUT.truncate()
        """,
        cap=51_200,
        sensitivity=2.0,
    ),
    bounded(
        "uploads-of-any-size",
        "Sixteen slots hold the last uploads, of random sizes.",
        """
        import random

        SLOTS = [b""] * 16

        def run(i):
            SLOTS[i % 16] = bytes(random.randint(1, 4_000))
        """,
        cap=51_200,
        sensitivity=4.0,
    ),
    bounded(
        "copy-of-a-view",
        "Ten bytes of a buffer of 8 KB are copied out, and the last fifty are kept.",
        """
        from collections import deque

        HEADS = deque(maxlen=50)

        def run(i):
            buffer = bytes(8_000)
            HEADS.append(bytes(memoryview(buffer)[:10]))
        """,
    ),
    bounded(
        "compressed-and-gone",
        "Each request compresses and decompresses a text of its own.",
        """
        import zlib

        def run(i):
            text = f"request {i} ".encode() * 50
            assert zlib.decompress(zlib.compress(text)) == text
        """,
    ),
    bounded(
        "interned-again",
        "Every request interns one of five hundred names. In 3.12 what is interned stays for ever.",
        """
        import sys

        def run(i):
            return len(sys.intern(f"field_{i % 500}"))
        """,
    ),
    bounded(
        "a-number-that-wraps",
        "The last 4,096 requests are bits of one int.",
        """
        SEEN = 0
        MASK = (1 << 4_096) - 1

        def run(i):
            global SEEN
            SEEN = (SEEN << 1 | i % 2) & MASK
        """,
    ),
    bounded(
        "text-replaced",
        "One text is replaced by a longer or a shorter one.",
        """
        PAGE = ""

        def run(i):
            global PAGE
            PAGE = "x" * (i * 37 % 5_000)
        """,
        cap=51_200,
        sensitivity=2.0,
    ),
]
