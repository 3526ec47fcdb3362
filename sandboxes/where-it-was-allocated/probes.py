"""The figures that the lesson quotes, taken with the learner's own tools in the living service."""

import gc
import mmap
import os
import sqlite3
import tracemalloc
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from tracemalloc import Filter, Frame, Snapshot, Traceback

from leaklab.live import load

# So many messages before the first snapshot, and so many from there to the second.
FIRST, MORE = 40, 300
POSITIONS = "report = json.loads(payload)"
PASSENGERS = "counted = json.loads(payload)"
MEBIBYTE = 1 << 20

Figures = dict[str, float | int | str]


def figures() -> Figures:
    found: Figures = {"first": FIRST, "more": MORE}
    for part in (absolute, difference, too_few, too_many, garbage, nothing, unseen):
        found |= part()
    return found


def taken() -> Snapshot:
    gc.collect()
    return tracemalloc.take_snapshot()


def two(frames: int) -> tuple[Snapshot, Snapshot]:
    tracemalloc.start(frames)
    load(FIRST)
    first = taken()
    load(MORE)
    second = taken()
    tracemalloc.stop()
    return first, second


def own(frames: Sequence[Frame]) -> str:
    """The line of the program that is furthest in; nothing where there is none."""
    lines = [frame for frame in frames if os.path.dirname(frame.filename) == os.getcwd()]
    return Traceback(((lines[-1].filename, lines[-1].lineno),)).format()[-1].strip() if lines else ""


def file_of(frame: Frame) -> str:
    """With its folder, where it is the library's."""
    return "json/" * ("/json/" in frame.filename) + os.path.basename(frame.filename)


def by_line(snapshot: Snapshot) -> Counter[str]:
    sizes: Counter[str] = Counter()
    for place in snapshot.statistics("traceback"):
        sizes[own(place.traceback)] += place.size
    return sizes


def absolute() -> Figures:
    """One snapshot: what lives and was allocated since the start."""
    tracemalloc.start(5)
    at_once = tracemalloc.get_traced_memory()[0]
    load(FIRST)
    one = taken()
    tracemalloc.stop()
    sizes = by_line(one)
    (largest, size), (_, next_size) = sizes.most_common(2)
    return {
        "tracedAtOnce": at_once,
        "absoluteTop": file_of(one.statistics("lineno")[0].traceback[0]),
        "absoluteLine": largest,
        "absoluteLargest": size,
        "absoluteNext": next_size,
        "absolutePassengers": sizes[PASSENGERS],
    }


def difference() -> Figures:
    first, second = two(5)
    top = second.compare_to(first, "lineno")[0]
    gained = by_line(second)
    gained.subtract(by_line(first))
    (line, more), *_ = gained.most_common()
    program = [Filter(True, f"{os.getcwd()}/*")]
    left, *_ = second.filter_traces(program).compare_to(first.filter_traces(program), "lineno")
    return {
        "topFile": file_of(top.traceback[0]),
        "topPerMessage": top.size_diff / MORE,
        "callerLine": line,
        "callerPerMessage": more / MORE,
        "positionsGained": gained[POSITIONS],
        "passengersGained": gained[PASSENGERS],
        "ownBytes": left.size_diff,
        "ownBlocks": left.count_diff,
    }


def too_few() -> Figures:
    """Where the largest traceback ends, how far out the program begins, and what tracing takes for 100 traced bytes."""
    (one, lean), (three, _), (many, rich) = map(traced_with, (1, 3, 25))
    program = next(count for count, file in enumerate(many, 1) if not file.startswith("json/"))
    return {
        "endOf1": one[-1],
        "endOf3": three[-1],
        "framesToProgram": program,
        "tracingWith1": lean,
        "tracingWith25": rich,
    }


def traced_with(frames: int) -> tuple[list[str], int]:
    tracemalloc.start(frames)
    load(MORE)
    largest = taken().statistics("traceback")[0]
    traced, itself = tracemalloc.get_traced_memory()[0], tracemalloc.get_tracemalloc_memory()
    tracemalloc.stop()
    return [file_of(frame) for frame in reversed(largest.traceback)], round(100 * itself / traced)


def too_many() -> Figures:
    """With frames that reach out to here, a handler is a place for each call of load()."""
    through = [Filter(True, "*/network.py", all_frames=True)]
    first, second = (one.filter_traces(through) for one in two(25))
    changes = [change.size_diff for change in second.compare_to(first, "traceback")]
    return {"splitGain": max(changes), "splitLoss": -min(changes)}


def garbage() -> Figures:
    """With the collector switched off between the snapshots, as if it had not come by."""
    tracemalloc.start()
    load(FIRST)
    first = taken()
    gc.disable()
    load(MORE)
    second = tracemalloc.take_snapshot()
    gc.enable()
    tracemalloc.stop()
    top = second.compare_to(first, "lineno")[0]
    return {"garbageLine": own(top.traceback), "garbagePerMessage": top.size_diff / MORE}


def nothing() -> Figures:
    """Two snapshots with no work between them, and the peak of one message."""
    tracemalloc.start()
    load(FIRST)
    first = taken()
    changes = tracemalloc.take_snapshot().compare_to(first, "filename")
    idle = {file_of(change.traceback[0]): change.size_diff for change in changes if change.size_diff}
    before = tracemalloc.get_traced_memory()[0]
    tracemalloc.reset_peak()
    load(3)
    peak = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    return {"idleFiles": ", ".join(sorted(idle)), "idleBytes": sum(idle.values()), "peakOfThree": peak}


def unseen() -> Figures:
    """How much tracemalloc sees of what C asks for: a mebibyte of each, and what a compressor takes."""
    return {
        "seenBytes": seen(lambda: bytes(MEBIBYTE)),
        "seenMapped": seen(lambda: mmap.mmap(-1, MEBIBYTE)),
        "seenDatabase": seen(database),
        "seenCompressor": seen(zlib.compressobj),
    }


def seen(make: Callable[[], object]) -> int:
    tracemalloc.start()
    made = make()
    traced = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del made
    return traced


def database() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("create table notes (text)")
    connection.execute("insert into notes values (zeroblob(?))", (MEBIBYTE,))
    return connection
