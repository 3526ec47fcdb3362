"""Memory that malloc does not know of: mapped pages, private and shared."""

from program import bounded, leak

PROGRAMS = [
    leak(
        "shared-pages-kept",
        "A page of shared memory per request is kept.",
        """
        import mmap

        KEPT = []

        def run(i):
            page = mmap.mmap(-1, 4_096)
            page[0] = 1
            KEPT.append(page)
        """,
        native_only=True,
        cap=3_200,
        budget=2_000_000,
    ),
    leak(
        "one-mapping-that-is-resized",
        "A private mapping grows by a page every second request; no object is born.",
        """
        import mmap

        LOG = mmap.mmap(-1, 4_096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)

        def run(i):
            if i % 2:
                LOG.resize(len(LOG) + 4_096)
                LOG[-1] = 1
        """,
        native_only=True,
    ),
    bounded(
        "ring-of-mappings",
        "The last forty mappings are kept, each written in full.",
        """
        import mmap
        from collections import deque

        LAST = deque(maxlen=40)

        def run(i):
            page = mmap.mmap(-1, 40_960)
            page[:] = bytes(40_960)
            LAST.append(page)
        """,
        native_only=True,
    ),
    bounded(
        "mapped-file-read-on",
        "Ever more pages of a mapped file have been read: they are the system's cache, and it takes them back.",
        """
        import mmap
        import tempfile

        FILE = tempfile.TemporaryFile()
        FILE.truncate(80_000_000)
        PAGES = mmap.mmap(FILE.fileno(), 0, prot=mmap.PROT_READ)

        def run(i):
            PAGES[(i * 4_096) % len(PAGES)]
        """,
        native_only=True,
        budget=100_000_000,
    ),
    bounded(
        "blocks-of-many-sizes",
        "The last sixty blocks, of a size by chance: malloc's own pages come and go.",
        """
        import random
        from collections import deque

        LAST = deque(maxlen=60)

        def run(i):
            LAST.append(bytearray(random.randrange(1, 300_000)))
        """,
        cap=25_600,
        budget=20_000_000,
        sensitivity=200.0,
    ),
]
