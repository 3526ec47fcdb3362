"""The figures that the lesson quotes, taken with the learner's own tools in the living program."""

import gc
import io
import logging
import tracemalloc
from collections import Counter
from collections.abc import Callable
from logging.handlers import MemoryHandler

import desklog
import mails
import objgraph
import workload

from leaklab.live import load

REQUESTS = 500


def figures() -> dict[str, float | int | str]:
    return {
        "requests": REQUESTS,
        **refusals(),
        **types(),
        **lines(),
        **levels(),
        **numbers(),
        **targets(),
        **loggers(),
        **handlers(),
        **pinned(),
    }


def traced(work: Callable[[], object], times: int = REQUESTS) -> float:
    """Bytes that stay for each of so many requests, but for what Werkzeug's own lines have yet to use again."""
    gc.collect()
    tracemalloc.start()
    before = traced_bytes()
    work()
    gc.collect()
    after = traced_bytes()
    tracemalloc.stop()
    return (after - before) / times


def traced_bytes() -> int:
    traces = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(False, "*/werkzeug/*")]).traces
    return sum(trace.size for trace in traces)


def refusals() -> dict[str, float]:
    found = {}
    for name, share in (("noneRefused", 0), ("someRefused", 10), ("allRefused", 100)):
        workload.LOAD["refused"] = share
        load(50)
        found[name] = traced(lambda: load(2 * REQUESTS), 2 * REQUESTS)
    workload.LOAD["refused"] = 10
    return found


def count() -> Counter[str]:
    gc.collect()
    return Counter(type(thing).__name__ for thing in gc.get_objects())


def types() -> dict[str, float]:
    before, lines = count(), len(desklog.RECENT.buffer)
    load(REQUESTS)
    more = count() - before
    chain = objgraph.find_backref_chain(objgraph.by_type("Mail")[0], objgraph.is_proper_module)
    names = [type(thing).__name__ for thing in chain]
    return {
        "mailsMore": more["Mail"],
        "mailsPerRequest": round(more["Mail"] / REQUESTS, 2),
        "recordsMore": more["LogRecord"],
        "recordsPerRequest": round(more["LogRecord"] / REQUESTS, 2),
        "linesMore": len(desklog.RECENT.buffer) - lines,
        "inTrays": sum(map(len, mails.TRAYS.values())),
        "capacity": desklog.RECENT.capacity,
        "beforeTheMail": names[-2],
        "chain": " ".join(names),
    }


def lines() -> dict[str, float | str]:
    tracemalloc.start(10)
    load(50)
    gc.collect()
    before = tracemalloc.take_snapshot()
    load(REQUESTS)
    gc.collect()
    after = tracemalloc.take_snapshot()
    tracemalloc.stop()
    by_file = after.compare_to(before, "filename")
    by_line = after.compare_to(before, "lineno")
    return {
        "topFile": "/".join(by_file[0].traceback[0].filename.rsplit("/", 2)[1:]),
        "topLine": "/".join(by_line[0].traceback[0].filename.rsplit("/", 2)[1:]),
        "topPerRequest": round(by_file[0].size_diff / REQUESTS),
    }


def levels() -> dict[str, float]:
    """What stays when the logger passes on no more than warnings."""
    # A long list grows seldom, and then by much.
    desklog.RECENT.buffer.clear()
    desklog.log.setLevel(logging.WARNING)
    found = traced(lambda: load(4 * REQUESTS), 4 * REQUESTS)
    desklog.log.setLevel(logging.DEBUG)
    return {"warningsOnly": found}


def swapped(handler: logging.Handler, work: Callable[[], object]) -> None:
    """Does some work while another handler takes the place of the one that keeps the lines."""
    real = desklog.RECENT
    handler.addFilter(desklog.note_request)
    desklog.log.removeHandler(real)
    desklog.log.addHandler(handler)
    desklog.RECENT = handler
    work()
    desklog.RECENT = real
    desklog.log.removeHandler(handler)
    desklog.log.addHandler(real)


def numbers() -> dict[str, float]:
    """What a MemoryHandler keeps with another capacity, another flushLevel, and when it is flushed by hand."""
    found = {}
    for name, handler in (
        ("capacityFour", MemoryHandler(4)),
        ("capacityForty", MemoryHandler(40)),
        ("flushAtDebug", MemoryHandler(40, flushLevel=logging.DEBUG)),
    ):
        swapped(handler, lambda: load(REQUESTS))
        found[name] = len(handler.buffer)

    def flushed() -> None:
        for _ in range(REQUESTS):
            load(1)
            by_hand.flush()

    by_hand = MemoryHandler(40)
    swapped(by_hand, flushed)
    found["flushedByHand"] = len(by_hand.buffer)
    by_hand.close()
    found["closed"] = len(by_hand.buffer)
    return found


def targets() -> dict[str, int]:
    """Of so many lines at DEBUG those that come to a target whose level is WARNING, and those that are still kept."""
    console = logging.StreamHandler(io.StringIO())
    console.setLevel(logging.WARNING)
    handler = MemoryHandler(40, target=console)
    logger = logging.Logger("probe", logging.DEBUG)
    logger.addHandler(handler)
    for number in range(100):
        logger.debug("line %d", number)
    direct = logging.StreamHandler(io.StringIO())
    direct.setLevel(logging.WARNING)
    logger.handlers[:] = [direct]
    logger.debug("a line")
    return {
        "targetLines": 100,
        "targetGot": console.stream.getvalue().count("\n"),
        "targetLeft": len(handler.buffer),
        "directGot": direct.stream.getvalue().count("\n"),
    }


def loggers() -> dict[str, float]:
    """Loggers that are named after requests, and that nobody keeps."""
    known = logging.Logger.manager.loggerDict

    def ask() -> None:
        for number in range(REQUESTS):
            logging.getLogger(f"desk.{number}")

    before = len(known)
    size = traced(ask)
    kept = len(known) - before
    for name in [name for name in known if name.startswith("desk.")]:
        del known[name]
    return {"loggersKept": kept, "bytesPerLogger": size}


def handlers() -> dict[str, int]:
    """What the console gets of one line in the tenth request, when each has added a handler."""
    stream = io.StringIO()
    logger = logging.Logger("probe", logging.DEBUG)
    written = []
    for number in range(10):
        logger.addHandler(logging.StreamHandler(stream))
        logger.warning("request %d", number)
        written.append(stream.getvalue().count("\n"))
    return {"tenthRequest": written[-1] - written[-2], "tenRequests": written[-1]}


def pinned() -> dict[str, int]:
    """What one kept line keeps: alone, with an object among its arguments, and with the exception that it tells of."""

    def plain(text: str) -> None:
        logger.error("it has %d letters", len(text))

    def argument(text: str) -> None:
        logger.error("it has %.5s", text)

    def exception(text: str) -> None:
        try:
            int(text)
        except ValueError:
            logger.error("no number", exc_info=True)

    found = {}
    for name, work in (("plainLine", plain), ("lineWithArgument", argument), ("lineWithException", exception)):
        handler, logger = MemoryHandler(40), logging.Logger("probe")
        logger.addHandler(handler)
        gc.collect()
        tracemalloc.start()
        before, _ = tracemalloc.get_traced_memory()
        work("a" * 100_000)
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        found[name] = round((after - before) / 100) * 100
    return found

