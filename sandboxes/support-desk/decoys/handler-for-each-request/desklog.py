"""
The log of the desk. Warnings and errors are on the console at once. The other lines are for failures alone: they
stay in memory, and the answer to a request that fails has its own.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import MemoryHandler

from flask import g
from flask.logging import wsgi_errors_stream

LINE = logging.Formatter("%(levelname)s %(message)s")

CONSOLE = logging.StreamHandler(wsgi_errors_stream)
CONSOLE.setLevel(logging.WARNING)
CONSOLE.setFormatter(LINE)

log = logging.getLogger("desk")
log.setLevel(logging.DEBUG)
log.propagate = False
log.addHandler(CONSOLE)


@contextmanager
def recorded() -> Iterator[None]:
    # A buffer for each request, which goes when the request is over.
    g.recent = MemoryHandler(capacity=40)
    log.addHandler(g.recent)
    yield
    log.removeHandler(g.recent)


def trail() -> list[str]:
    """What the request under way has logged."""
    return [LINE.format(record) for record in g.recent.buffer]
