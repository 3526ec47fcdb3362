"""What has to be closed when the response to a request is, whatever happens on the way."""

from contextlib import ExitStack

from flask import g


def begin() -> None:
    g.cleanup = ExitStack()
