"""The figures that the lesson quotes, taken with the learner's own tools in the living program."""

import gc
from typing import Any

import archive
from app import app
from workload import ENVIRON

from leaklab.live import load

REQUESTS = 500
EXCEPTIONS = 20


def figures() -> dict[str, int | str]:
    load(REQUESTS)
    kept = environs()
    return {
        "environs": len(kept),
        "requestAfter": kind(kept[0]["werkzeug.request"]),
        **while_it_is_sent(),
        **exceptions(),
    }


def environs() -> list[dict[str, Any]]:
    gc.collect()
    return [thing for thing in gc.get_objects() if type(thing) is dict and "werkzeug.request" in thing]


def kind(thing: object) -> str:
    return "None" if thing is None else type(thing).__name__


def while_it_is_sent() -> dict[str, int]:
    """How many requests are alive while a list goes out, and when that is over."""
    environ = ENVIRON | {"PATH_INFO": "/depots/Harbour/today.csv", "REMOTE_ADDR": "192.0.2.1"}
    pieces = app(environ, lambda *_: None)
    next(iter(pieces))
    meanwhile = requests()
    pieces.close()
    return {"requestsMeanwhile": meanwhile, "requestsClosed": requests()}


def requests() -> int:
    gc.collect()
    return sum(type(thing).__name__ == "Request" for thing in gc.get_objects())


def exceptions() -> dict[str, int]:
    """How many environments are alive when so many exceptions are kept."""
    put, kept, before = archive.put, [], len(environs())

    def keeping(photo: bytes) -> str:
        try:
            return put(photo)
        except archive.Refused as error:
            kept.append(error)
            raise

    archive.put = keeping
    while len(kept) < EXCEPTIONS:
        load(1)
    archive.put = put
    load(1)
    return {"exceptions": len(kept), "exceptionEnvirons": len(environs()) - before}
