"""Databases, files and maps."""

from program import bounded, leak

PROGRAMS = [
    leak(
        "rows-in-memory",
        "Rows are inserted into a database in memory and never deleted.",
        """
        import sqlite3

        DB = sqlite3.connect(":memory:")
        DB.execute("create table audit (id integer primary key, text)")

        def run(i):
            DB.execute("insert into audit values (?, ?)", (i, f"request {i}"))
        """,
        cap=25_600,
    ),
    leak(
        "connection-per-request",
        "A database connection per request is kept open.",
        """
        import sqlite3

        OPEN = []

        def run(i):
            OPEN.append(sqlite3.connect(":memory:"))
        """,
        cap=3_200,
        budget=100_000,
    ),
    leak(
        "maps-kept",
        "A page of anonymous memory is mapped by one request in ten, and never unmapped.",
        """
        import mmap

        MAPS = []

        def run(i):
            if i % 10 == 0:
                MAPS.append(mmap.mmap(-1, 4_096))
        """,
    ),
    leak(
        "spooled-files-kept",
        "A SpooledTemporaryFile per upload is kept.",
        """
        from tempfile import SpooledTemporaryFile

        UPLOADS = []

        def run(i):
            upload = SpooledTemporaryFile(max_size=10_000)
            upload.write(b"x" * 200)
            UPLOADS.append(upload)
        """,
    ),
    leak(
        "hashes-kept",
        "A running hash per client, kept for clients who never come back.",
        """
        import hashlib

        HASHES = {}

        def run(i):
            HASHES.setdefault(i, hashlib.sha256()).update(b"chunk")
        """,
    ),
    leak(
        "csv-in-a-stringio",
        "Rows of a report are written to one StringIO for the life of the service.",
        """
        import csv
        import io

        OUT = io.StringIO()
        ROWS = csv.writer(OUT)

        def run(i):
            ROWS.writerow([i, "order", i * 3])
        """,
    ),
    bounded(
        "rows-deleted",
        "Rows are inserted into a database in memory, and the last thousand stay.",
        """
        import sqlite3

        DB = sqlite3.connect(":memory:")
        DB.execute("create table audit (id integer primary key, text)")

        def run(i):
            DB.execute("insert into audit values (?, ?)", (i, f"request {i:06}"))
            DB.execute("delete from audit where id <= ?", (i - 1_000,))
        """,
        cap=25_600,
        budget=1_000_000,
    ),
    bounded(
        "statements-by-the-thousand",
        "Every request has an SQL text of its own, and sqlite3 keeps a hundred statements.",
        """
        import sqlite3

        DB = sqlite3.connect(":memory:")

        def run(i):
            DB.execute(f"select {i}").fetchone()
        """,
        cap=51_200,
        budget=1_000_000,
        sensitivity=5.0,
    ),
    bounded(
        "connections-closed",
        "A database connection per request is used and closed.",
        """
        import sqlite3
        from contextlib import closing

        def run(i):
            with closing(sqlite3.connect(":memory:")) as db:
                db.execute("create table t (n)")
                db.execute("insert into t values (?)", (i,))
        """,
        cap=6_400,
    ),
    bounded(
        "maps-closed",
        "A page of anonymous memory is mapped, written and unmapped.",
        """
        import mmap

        def run(i):
            with mmap.mmap(-1, 4_096) as page:
                page[:8] = i.to_bytes(8, "big")
        """,
    ),
    bounded(
        "temporary-files",
        "A temporary file is written, read and removed.",
        """
        import tempfile

        def run(i):
            with tempfile.TemporaryFile() as file:
                file.write(b"%d" % i)
                file.seek(0)
                assert int(file.read()) == i
        """,
    ),
    bounded(
        "archives-in-memory",
        "Each request packs and unpacks a zip file in memory.",
        """
        import io
        import zipfile

        def run(i):
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w") as archive:
                archive.writestr(f"order-{i}.txt", "x" * 100)
            with zipfile.ZipFile(out) as archive:
                assert len(archive.namelist()) == 1
        """,
    ),
]
