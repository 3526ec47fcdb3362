"""
The log of the desk. Warnings and errors are on the console at once. The other lines are for failures alone: they
stay in memory, and the answer to a request that fails has its own.
"""

import logging
from logging.handlers import MemoryHandler

from flask import g
from flask.logging import wsgi_errors_stream
from werkzeug.local import LocalProxy

LINE = logging.Formatter("%(levelname)s %(message)s")


CONSOLE = logging.StreamHandler(wsgi_errors_stream)
CONSOLE.setLevel(logging.WARNING)
CONSOLE.setFormatter(LINE)

log = LocalProxy(lambda: g.log)


def begin(number: int) -> None:
    """A logger of its own for each request, with a buffer of its own."""
    g.recent = MemoryHandler(capacity=40)
    g.log = logging.getLogger(f"desk.{number}")
    g.log.setLevel(logging.DEBUG)
    g.log.propagate = False
    g.log.addHandler(CONSOLE)
    g.log.addHandler(g.recent)


def end() -> None:
    g.log.removeHandler(CONSOLE)
    g.log.removeHandler(g.recent)


def trail() -> list[str]:
    """What the request under way has logged."""
    return [LINE.format(record) for record in g.recent.buffer]
