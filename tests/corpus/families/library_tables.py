"""What the standard library itself keeps for those who use it: memos, registries, caches of source."""

from program import bounded, leak

PROGRAMS = [
    leak(
        "raise-the-same-exception",
        "One exception is raised by every request: each raise adds to its traceback.",
        """
        ERROR = ValueError("no such order")

        def find(i):
            raise ERROR

        def run(i):
            try:
                find(i)
            except ValueError:
                pass
        """,
    ),
    bounded(
        "raise-the-same-exception-afresh",
        "One exception is raised by every request, without the traceback that it had.",
        """
        ERROR = ValueError("no such order")

        def find(i):
            raise ERROR.with_traceback(None)

        def run(i):
            try:
                find(i)
            except ValueError:
                pass
        """,
    ),
    leak(
        "notes-on-a-shared-exception",
        "Every request adds a note to one exception.",
        """
        DOWN = ConnectionError("down")

        def run(i):
            try:
                raise DOWN.with_traceback(None)
            except ConnectionError as error:
                error.add_note(f"while serving {i}")
        """,
    ),
    leak(
        "cycle-of-an-endless-stream",
        "itertools.cycle keeps all that an endless stream has given.",
        """
        import itertools
        STREAM = itertools.cycle(f"event {n}" for n in itertools.count())

        def run(i):
            next(STREAM)
        """,
    ),
    bounded(
        "cycle-of-servers",
        "itertools.cycle over seven servers.",
        """
        import itertools
        SERVERS = itertools.cycle([f"server-{n}" for n in range(7)])

        def run(i):
            return [next(SERVERS) for _ in range(i % 5)]
        """,
    ),
    leak(
        "pickler-memo",
        "One Pickler for the life of the service remembers each object that it has written.",
        """
        import io, pickle
        OUT = io.BytesIO()
        PICKLER = pickle.Pickler(OUT)

        def run(i):
            PICKLER.dump({"id": i, "name": f"order {i}"})
            OUT.seek(0)
            OUT.truncate()
        """,
    ),
    bounded(
        "pickler-memo-cleared",
        "One Pickler forgets before each request what it has written.",
        """
        import io, pickle
        OUT = io.BytesIO()
        PICKLER = pickle.Pickler(OUT)

        def run(i):
            PICKLER.clear_memo()
            PICKLER.dump({"id": i, "name": f"order {i}"})
            OUT.seek(0)
            OUT.truncate()
        """,
    ),
    leak(
        "contextvar-per-request",
        "Each request makes a context variable of its own and sets it.",
        """
        import contextvars

        def run(i):
            var = contextvars.ContextVar(f"request-{i}")
            var.set([i])
        """,
    ),
    bounded(
        "copy-context",
        "Each request sets a context variable in a copy of the context.",
        """
        import contextvars
        USER = contextvars.ContextVar("user")

        def work(i):
            USER.set({"id": i, "roles": ["a"] * (i % 7)})
            return USER.get()

        def run(i):
            contextvars.copy_context().run(work, i)
        """,
    ),
    leak(
        "codecs",
        "Each request registers a search function for codecs.",
        """
        import codecs

        def run(i):
            def search(name):
                return None
            codecs.register(search)
        """,
    ),
    leak(
        "filters-of-warnings",
        "Each request filters the warning of its own text.",
        """
        import warnings

        def run(i):
            warnings.filterwarnings("ignore", message=f"job {i}")
        """,
    ),
    bounded(
        "one-filter-of-warnings",
        "Each request filters the warning of one text.",
        """
        import warnings

        def run(i):
            warnings.filterwarnings("ignore", message="job")
            with warnings.catch_warnings():
                warnings.simplefilter("always")
        """,
    ),
    leak(
        "linecache",
        "The source of a template of its own per request is kept for tracebacks.",
        """
        import linecache

        def run(i):
            source = f"def f():\\n    return {i}\\n"
            name = f"<template {i}>"
            linecache.cache[name] = (len(source), None, source.splitlines(True), name)
            namespace = {}
            exec(compile(source, name, "exec"), namespace)
            namespace["f"]()
        """,
    ),
    bounded(
        "compiled-per-request",
        "Each request compiles a rule, and drops it.",
        """
        def run(i):
            namespace = {}
            exec(compile(f"def f(x={i}):\\n    return x + {i}\\n", "<rule>", "exec"), namespace)
            namespace["f"]()
        """,
    ),
    leak(
        "cookies",
        "A client that gets a new cookie with each answer.",
        """
        from http.cookiejar import Cookie, CookieJar
        JAR = CookieJar()

        def run(i):
            where = ("example.org", True, False, "/", True)
            JAR.set_cookie(Cookie(0, f"sid{i}", "x", None, False, *where, False, None, True, None, None, {}))
        """,
        budget=20_000_000,
    ),
    leak(
        "elements-of-a-feed",
        "Entries are added to one feed.",
        """
        import xml.etree.ElementTree as ET
        ROOT = ET.Element("feed")

        def run(i):
            ET.SubElement(ROOT, "entry", id=str(i)).text = f"entry {i}"
        """,
        budget=20_000_000,
    ),
    bounded(
        "elements-cleared",
        "A stream of XML is parsed, each entry is cleared, and a new document begins at a hundred.",
        """
        import xml.etree.ElementTree as ET
        PARSER = ET.XMLPullParser(["end"])
        PARSER.feed("<feed>")

        def run(i):
            PARSER.feed(f"<entry id='{i}'>text {i}</entry>")
            for _, element in PARSER.read_events():
                element.clear()
            if i % 100 == 99:
                globals()["PARSER"] = ET.XMLPullParser(["end"])
                PARSER.feed("<feed>")
        """,
    ),
    leak(
        "cursors-kept",
        "Cursors that were not read to their end are kept.",
        """
        import sqlite3
        DB = sqlite3.connect(":memory:")
        DB.executescript("create table t (a); insert into t values (1), (2), (3);")
        CURSORS = []

        def run(i):
            cursor = DB.execute("select a from t")
            cursor.fetchone()
            CURSORS.append(cursor)
        """,
    ),
    bounded(
        "cursors-of-a-ring",
        "The last thirty cursors are kept.",
        """
        import sqlite3
        from collections import deque
        DB = sqlite3.connect(":memory:")
        DB.executescript("create table t (a); insert into t values (1), (2), (3);")
        CURSORS = deque(maxlen=30)

        def run(i):
            cursor = DB.execute(f"select a from t where a < {i % 5}")
            cursor.fetchone()
            CURSORS.append(cursor)
        """,
    ),
    bounded(
        "temp-tables-dropped",
        "A temporary table per request is dropped again.",
        """
        import sqlite3
        DB = sqlite3.connect(":memory:", isolation_level=None)

        def run(i):
            DB.execute(f"create temp table t{i} (a)")
            DB.execute(f"insert into t{i} values (1)")
            DB.execute(f"drop table t{i}")
        """,
        budget=800_000,
    ),
    leak(
        "temp-files-left",
        "A temporary file per request is left behind.",
        """
        import tempfile

        def run(i):
            with tempfile.NamedTemporaryFile(delete=False) as file:
                file.write(b"x" * 200)
        """,
        cap=3_200,
        budget=2_000_000,
    ),
    leak(
        "unpackers-unused-data",
        "What a decompressor left unused is kept for each request.",
        """
        import zlib
        KEPT = {}

        def run(i):
            unpacker = zlib.decompressobj()
            unpacker.decompress(zlib.compress(b"x") + b"rest of the stream")
            KEPT[i] = unpacker.unused_data
        """,
    ),
    bounded(
        "subclasses-of-an-abc",
        "A class per request derives from an abstract one, which asks it about instances.",
        """
        import abc

        class Shape(abc.ABC):
            @abc.abstractmethod
            def area(self): ...

        def run(i):
            kind = type(f"Shape{i}", (Shape,), {"area": lambda self: i})
            assert isinstance(kind(), Shape)
            assert not isinstance(i, kind)
        """,
    ),
    leak(
        "finalizers-kept",
        "Each request adds a finalizer to an object that lives as long as the service.",
        """
        import weakref

        class File:
            def __init__(self, i):
                self.name = f"file {i}"
        OWNER = File(0)

        def run(i):
            weakref.finalize(OWNER, print, i)
        """,
    ),
    bounded(
        "finalizers-detached",
        "A finalizer per request runs, or is detached.",
        """
        import weakref

        class File:
            def __init__(self, i):
                self.name = f"file {i}"

        def run(i):
            file = File(i)
            finalizer = weakref.finalize(file, len, "x")
            if i % 2:
                finalizer.detach()
        """,
    ),
]
