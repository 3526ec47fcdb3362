"""Who holds whom: classes, closures, defaults, weak references, generators."""

from program import bounded, leak

PROGRAMS = [
    leak(
        "default-argument",
        "A default list is shared by all calls.",
        """
        def tag(name, tags=[]):
            tags.append(name)
            return tags

        def run(i):
            tag(f"order-{i}")
        """,
    ),
    leak(
        "class-attribute",
        "Every instance adds to a list that belongs to the class.",
        """
        class Order:
            lines = []

            def add(self, line):
                self.lines.append(line)

        def run(i):
            Order().add(f"line {i}")
        """,
    ),
    leak(
        "cache-on-a-method",
        "functools.cache on a method keeps every instance.",
        """
        from functools import cache

        class Report:
            def __init__(self, number):
                self.number = number

            @cache
            def total(self):
                return self.number * 2

        def run(i):
            Report(i).total()
        """,
    ),
    leak(
        "closure-in-a-list",
        "A callback per request is kept, and with it all that it closes over.",
        """
        ON_EXIT = []

        def run(i):
            body = "x" * 300 + str(i)

            def done():
                return len(body)

            ON_EXIT.append(done)
        """,
    ),
    leak(
        "wrapped-again-and-again",
        "A function is wrapped anew by each request.",
        """
        from functools import partial

        def log(before, message):
            return message

        LOG = print

        def run(i):
            global LOG
            LOG = partial(log, LOG)
        """,
    ),
    leak(
        "linked-to-the-one-before",
        "Each request links to the one before it.",
        """
        class Request:
            __slots__ = ("before", "number")

        LAST = None

        def run(i):
            global LAST
            request = Request()
            request.number, request.before = i, LAST
            LAST = request
        """,
    ),
    leak(
        "errors-with-their-frames",
        "Exceptions are kept, with traceback, frames and locals.",
        """
        ERRORS = []

        def parse(text):
            rows = [text] * 50
            return int(rows[0])

        def run(i):
            try:
                parse(f"{i}x" if i % 10 == 0 else str(i))
            except ValueError as error:
                ERRORS.append(error)
        """,
    ),
    leak(
        "chained-errors",
        "Each error is raised from the one before.",
        """
        LAST = None

        def run(i):
            global LAST
            try:
                raise RuntimeError(i) from LAST
            except RuntimeError as error:
                LAST = error.with_traceback(None)
        """,
    ),
    leak(
        "weak-keys-held-by-their-values",
        "A WeakKeyDictionary whose values hold their keys.",
        """
        from weakref import WeakKeyDictionary

        class Session:
            pass

        NOTES = WeakKeyDictionary()

        def run(i):
            session = Session()
            NOTES[session] = {"session": session}
        """,
    ),
    leak(
        "dead-weak-references",
        "Weak references to listeners are kept when the listeners have died.",
        """
        import weakref

        class Listener:
            pass

        LISTENERS = []

        def run(i):
            LISTENERS.append(weakref.ref(Listener()))
        """,
    ),
    leak(
        "finalizers-that-hold",
        "weakref.finalize is given a bound method of what it waits for.",
        """
        import weakref

        class Upload:
            def clean(self):
                pass

        def run(i):
            upload = Upload()
            weakref.finalize(upload, upload.clean)
        """,
    ),
    leak(
        "brought-back-to-life",
        "__del__ puts the object into a list.",
        """
        GRAVEYARD = []

        class Connection:
            def __del__(self):
                GRAVEYARD.append(self)

        def run(i):
            Connection()
        """,
    ),
    leak(
        "tokens-of-a-context-variable",
        "The tokens of a context variable are kept to be reset later.",
        """
        from contextvars import ContextVar

        USER = ContextVar("user")
        TOKENS = []

        def run(i):
            TOKENS.append(USER.set(f"user-{i}"))
        """,
    ),
    leak(
        "pairs-in-a-context-variable",
        "A context variable holds a pair of the request and of what it held before.",
        """
        from contextvars import ContextVar

        TRAIL = ContextVar("trail", default=None)

        def run(i):
            TRAIL.set((i, TRAIL.get()))
        """,
    ),
    leak(
        "generators-half-way",
        "Generators are begun, kept, and never finished.",
        """
        OPEN = []

        def pages(number):
            for page in range(3):
                yield number, page

        def run(i):
            reader = pages(i)
            next(reader)
            OPEN.append(reader)
        """,
    ),
    leak(
        "tee-that-lags",
        "One branch of itertools.tee is read, and the other waits for ever.",
        """
        from itertools import count, tee

        READ, WAITING = tee(str(n) for n in count())

        def run(i):
            next(READ)
        """,
    ),
    leak(
        "attributes-by-number",
        "Each request sets an attribute of a new name.",
        """
        class Stats:
            pass

        STATS = Stats()

        def run(i):
            setattr(STATS, f"request_{i}", i)
        """,
    ),
    leak(
        "classes-in-a-registry",
        "Each request makes a class, and a registry keeps it.",
        """
        MODELS = {}

        def run(i):
            MODELS[i] = type(f"Model{i}", (), {"number": i})
        """,
    ),
    bounded(
        "classes-that-go",
        "Each request makes a class, a cycle like every class, that nobody keeps.",
        """
        def run(i):
            type(f"Model{i}", (), {"number": i})().number
        """,
    ),
    bounded(
        "self-cycles",
        "Every request leaves a cycle to the collector.",
        """
        class Node:
            def __init__(self):
                self.self = self

        def run(i):
            Node()
        """,
    ),
    bounded(
        "cycles-with-finalizers",
        "Parents and children hold each other and have a __del__, which has hindered nobody since Python 3.4.",
        """
        CLOSED = 0

        class Node:
            def __init__(self, parent=None):
                self.parent, self.children = parent, []

            def __del__(self):
                global CLOSED
                CLOSED += 1

        def run(i):
            parent = Node()
            parent.children.append(Node(parent))
        """,
    ),
    bounded(
        "last-request",
        "The last request is kept in a global.",
        """
        LAST = None

        def run(i):
            global LAST
            LAST = {"id": i, "body": "x" * (i % 50)}
        """,
    ),
    bounded(
        "lru-cache-on-a-method",
        "lru_cache(maxsize=128) on a method keeps 128 instances.",
        """
        from functools import lru_cache

        class Report:
            def __init__(self, number):
                self.number = number

            @lru_cache(maxsize=128)
            def total(self):
                return self.number * 2

        def run(i):
            Report(i).total()
        """,
    ),
    bounded(
        "context-variable-reset",
        "A context variable is set and reset.",
        """
        from contextvars import ContextVar

        USER = ContextVar("user")

        def run(i):
            token = USER.set({"user": i})
            USER.reset(token)
        """,
    ),
    bounded(
        "weak-listeners",
        "A WeakSet of listeners, each of whom dies with its request.",
        """
        from weakref import WeakSet

        class Listener:
            pass

        LISTENERS = WeakSet()

        def run(i):
            listener = Listener()
            LISTENERS.add(listener)
            assert len(LISTENERS) == 1
        """,
    ),
    bounded(
        "weak-keys-with-plain-values",
        "A WeakKeyDictionary whose values do not know their keys.",
        """
        from weakref import WeakKeyDictionary

        class Session:
            pass

        NOTES = WeakKeyDictionary()

        def run(i):
            NOTES[Session()] = {"number": i}
        """,
    ),
    bounded(
        "generators-closed",
        "A generator is begun and closed by each request.",
        """
        from contextlib import closing

        def pages(number):
            for page in range(3):
                yield number, page

        def run(i):
            with closing(pages(i)) as reader:
                next(reader)
        """,
    ),
    bounded(
        "errors-as-text",
        "The last fifty errors are kept as text.",
        """
        from collections import deque

        ERRORS = deque(maxlen=50)

        def run(i):
            try:
                int(f"{i}x")
            except ValueError as error:
                ERRORS.append(repr(error))
        """,
    ),
    bounded(
        "errors-in-a-cycle",
        "An error is kept in a local of the function that raised it: a cycle through the frame.",
        """
        def attempt(number):
            try:
                raise LookupError(number)
            except LookupError as error:
                failure = error
            return failure.args

        def run(i):
            attempt(i)
        """,
    ),
]
