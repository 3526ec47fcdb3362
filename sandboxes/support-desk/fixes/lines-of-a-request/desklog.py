"""
The log of the desk. Warnings and errors are on the console at once. The other lines are for failures alone: they
stay in memory, and the answer to a request that fails has its own.
"""

import logging

from flask import g
from flask.logging import wsgi_errors_stream

LINE = logging.Formatter("%(levelname)s %(message)s")


class Trail(logging.Handler):
    """Writes each line to where its request keeps them, and keeps none itself."""

    def emit(self, record: logging.LogRecord) -> None:
        g.trail.append(self.format(record))


CONSOLE = logging.StreamHandler(wsgi_errors_stream)
CONSOLE.setLevel(logging.WARNING)
CONSOLE.setFormatter(LINE)

TRAIL = Trail()
TRAIL.setFormatter(LINE)

log = logging.getLogger("desk")
log.setLevel(logging.DEBUG)
log.propagate = False
log.addHandler(CONSOLE)
log.addHandler(TRAIL)


def trail() -> list[str]:
    """What the request under way has logged."""
    return g.trail
