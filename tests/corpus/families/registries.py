"""Lists that the interpreter and the standard library keep for a program."""

from program import bounded, leak

PROGRAMS = [
    leak(
        "handler-per-request",
        "A logging handler is added by each request.",
        """
        import logging

        def run(i):
            logging.getLogger("shop").addHandler(logging.NullHandler())
        """,
        cap=6_400,
    ),
    leak(
        "logger-per-request",
        "A logger of a new name per request.",
        """
        import logging

        def run(i):
            logging.getLogger(f"shop.request.{i}")
        """,
        cap=6_400,
    ),
    leak(
        "memory-handler-without-target",
        "A MemoryHandler without a target never empties its buffer.",
        """
        import logging
        from logging.handlers import MemoryHandler

        LOG = logging.getLogger("shop")
        LOG.propagate = False
        LOG.addHandler(MemoryHandler(50))

        def run(i):
            LOG.warning("request %d", i)
        """,
    ),
    leak(
        "atexit-per-request",
        "Each request registers a function to be called at the end.",
        """
        import atexit

        def run(i):
            atexit.register(len, f"request {i}")
        """,
    ),
    leak(
        "sys-path-per-request",
        "Each request appends its plug-in folder to sys.path.",
        """
        import sys

        def run(i):
            sys.path.append(f"/plugins/{i}")
        """,
    ),
    leak(
        "warning-with-a-number",
        "The text of a warning differs each time, and the registry remembers each text.",
        """
        import warnings

        warnings.simplefilter("default")
        warnings.showwarning = lambda *args, **kwargs: None

        def run(i):
            warnings.warn(f"order {i} is late", stacklevel=1)
        """,
    ),
    leak(
        "own-table-of-patterns",
        "Compiled patterns are kept in a dict beside the cache that re has.",
        """
        import re

        PATTERNS = {}

        def run(i):
            key = f"order {i}"
            if key not in PATTERNS:
                PATTERNS[key] = re.compile(key)
        """,
        cap=6_400,
    ),
    leak(
        "receivers-of-a-signal",
        "A bound method per request is connected and never disconnected.",
        """
        class Signal:
            def __init__(self):
                self.receivers = []

        class View:
            def refresh(self):
                pass

        CHANGED = Signal()

        def run(i):
            CHANGED.receivers.append(View().refresh)
        """,
    ),
    leak(
        "modules-by-number",
        "A module per request is put into sys.modules.",
        """
        import sys
        import types

        def run(i):
            sys.modules[f"template_{i}"] = types.ModuleType(f"template_{i}")
        """,
        cap=6_400,
    ),
    leak(
        "dispatch-for-new-classes",
        "A class per request is registered with functools.singledispatch.",
        """
        from functools import singledispatch

        @singledispatch
        def show(value):
            return str(value)

        def run(i):
            if i % 10 == 0:
                show.register(type(f"Row{i}", (), {}), str)
        """,
    ),
    leak(
        "environment-by-number",
        "Each request sets an environment variable of its own.",
        """
        import os

        def run(i):
            if i % 20 == 0:
                os.environ[f"REQUEST_{i}"] = "seen"
        """,
    ),
    leak(
        "calls-of-a-mock",
        "A Mock stands for a client in production and remembers every call.",
        """
        from unittest.mock import Mock

        CLIENT = Mock()

        def run(i):
            CLIENT.send(i)
        """,
        cap=6_400,
    ),
    leak(
        "exit-stack-of-the-application",
        "Each request pushes its clean-up on the stack of the application.",
        """
        from contextlib import ExitStack

        STACK = ExitStack()

        def run(i):
            STACK.callback(len, f"request {i}")
        """,
    ),
    leak(
        "profile-by-url",
        "A counter whose label is the whole URL, query and all.",
        """
        from collections import Counter

        HITS = Counter()

        def run(i):
            HITS[f"/orders/{i % 50}?at={i}"] += 1
        """,
    ),
    bounded(
        "memory-handler-with-target",
        "A MemoryHandler passes its fifty records on.",
        """
        import logging
        from logging.handlers import MemoryHandler

        LOG = logging.getLogger("shop")
        LOG.propagate = False
        LOG.addHandler(MemoryHandler(50, target=logging.NullHandler()))

        def run(i):
            LOG.warning("request %d", i)
        """,
        cap=25_600,
        sensitivity=5.0,
    ),
    bounded(
        "handler-taken-away",
        "A logging handler is added and removed by each request.",
        """
        import logging

        def run(i):
            handler = logging.NullHandler()
            log = logging.getLogger("shop")
            log.addHandler(handler)
            log.removeHandler(handler)
            handler.close()
        """,
    ),
    bounded(
        "warning-of-one-text",
        "A warning of one text, given by each request.",
        """
        import warnings

        warnings.simplefilter("default")
        warnings.showwarning = lambda *args, **kwargs: None

        def run(i):
            warnings.warn("an order is late", stacklevel=1)
        """,
    ),
    bounded(
        "cache-of-re",
        "New patterns by the thousand; re keeps 512 of them.",
        """
        import re

        def run(i):
            re.search(f"order {i}", "order 7")
        """,
        cap=12_800,
        budget=2_000_000,
        sensitivity=2.0,
    ),
    bounded(
        "urls-and-dates",
        "urlsplit and strptime have caches of their own.",
        """
        from datetime import datetime
        from urllib.parse import parse_qs, urlsplit

        def run(i):
            parts = urlsplit(f"https://shop.example/orders/{i}?page={i % 9}")
            parse_qs(parts.query)
            datetime.strptime(f"2026-01-{i % 28 + 1:02}", "%Y-%m-%d")
        """,
        budget=500_000,
    ),
    bounded(
        "json-and-copies",
        "A document is copied, written and read.",
        """
        import copy
        import json

        ORDER = {"lines": [{"sku": n, "price": n / 3} for n in range(8)]}

        def run(i):
            order = copy.deepcopy(ORDER)
            order["id"] = i
            assert json.loads(json.dumps(order))["id"] == i
        """,
    ),
    bounded(
        "receivers-disconnected",
        "Receivers are disconnected when their request ends.",
        """
        RECEIVERS = []

        class View:
            def refresh(self):
                pass

        def run(i):
            receiver = View().refresh
            RECEIVERS.append(receiver)
            RECEIVERS.remove(receiver)
        """,
    ),
    bounded(
        "modules-taken-out",
        "A module per request is put into sys.modules, used and taken out.",
        """
        import sys
        import types

        def run(i):
            module = types.ModuleType("template")
            exec(f"def render():\\n    return {i}", vars(module))
            sys.modules["template"] = module
            assert sys.modules.pop("template").render() == i
        """,
    ),
    bounded(
        "labels-with-an-other",
        "A counter of at most a hundred labels; the rest is counted as other.",
        """
        from collections import Counter

        HITS = Counter()

        def run(i):
            label = f"/orders/{i}"
            HITS[label if label in HITS or len(HITS) < 100 else "other"] += 1
        """,
    ),
    bounded(
        "mock-that-is-reset",
        "A Mock forgets its calls every fifty requests.",
        """
        from unittest.mock import Mock

        CLIENT = Mock()

        def run(i):
            CLIENT.send(i)
            if i % 50 == 0:
                CLIENT.reset_mock()
        """,
        cap=51_200,
        sensitivity=5.0,
    ),
]
