"""
The log of the desk. Warnings and errors are on the console at once. The other lines are for failures alone: they
stay in memory, and the answer to a request that fails has its own.
"""

import logging
from logging.handlers import MemoryHandler

from flask import g
from flask.logging import wsgi_errors_stream

LINE = logging.Formatter("%(levelname)s %(message)s")


def note_request(record: logging.LogRecord) -> bool:
    record.request = g.number
    return True


CONSOLE = logging.StreamHandler(wsgi_errors_stream)
CONSOLE.setLevel(logging.WARNING)
CONSOLE.setFormatter(LINE)

# No request writes more than 32 lines, so all of them are among the last 40.
RECENT = MemoryHandler(capacity=40)
RECENT.addFilter(note_request)

log = logging.getLogger("desk")
log.setLevel(logging.DEBUG)
log.propagate = False
log.addHandler(CONSOLE)
log.addHandler(RECENT)


def trail() -> list[str]:
    """What the request under way has logged."""
    number = g.number
    return [LINE.format(record) for record in RECENT.buffer if record.request == number]
