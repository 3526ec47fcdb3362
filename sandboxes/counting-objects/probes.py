"""The figures that the lesson quotes, taken with the learner's own tools in the living service."""

import contextlib
import gc
import io
import tracemalloc
from collections import Counter

import prices
import telegrams
from intake import Reading

from leaklab.live import load

READINGS = 400


def figures() -> dict[str, float | int | str]:
    # The prices come last: once they are read, they stay.
    return {"readings": READINGS, **counts(), **garbage(), **debugging(), **scans()}


def tracked() -> list[object]:
    gc.collect()
    return gc.get_objects()


def types() -> Counter[str]:
    return Counter(type(thing).__name__ for thing in tracked())


def per_reading(amount: int) -> float:
    return round(amount / READINGS, 2)


def counts() -> dict[str, float | int | str]:
    """One count, and how it compares with the next."""
    before, all_before, seen = types(), len(tracked()), len(telegrams.SEEN)
    load(READINGS)
    more, all_after = types() - before, len(tracked())
    return {
        # In thousands: some of the functions are ours.
        "thousands": all_before / 1000,
        "topType": before.most_common(1)[0][0],
        "topThousands": before.most_common(1)[0][1] / 1000,
        "functionsMore": more["function"],
        "readingsAtFirst": before["Reading"],
        "trackedPerReading": per_reading(all_after - all_before),
        "ReadingPerReading": per_reading(more["Reading"]),
        "dictPerReading": per_reading(more["dict"]),
        "seenPerReading": per_reading(len(telegrams.SEEN) - seen),
        "dictOfText": str(gc.is_tracked({"meter": "M1"})),
    }


def garbage() -> dict[str, float | int]:
    """What a collection finds, if none came before it; and what a count finds that does not collect first."""
    before = types()["OldForm"]
    gc.disable()
    load(READINGS)
    waiting = sum(type(thing).__name__ == "OldForm" for thing in gc.get_objects()) - before
    found = gc.collect()
    gc.enable()
    return {
        "collected": found,
        "collectedAgain": gc.collect(),
        "oldFormsWaiting": waiting,
        "oldFormsCollected": types()["OldForm"],
    }


def debugging() -> dict[str, float | int]:
    """The same load with DEBUG_LEAK, and what of it was in no danger of staying."""
    before = types()
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        gc.set_debug(gc.DEBUG_LEAK)
        load(READINGS)
        more = types() - before
        gc.set_debug(0)
    kept = len(gc.garbage)
    gc.garbage.clear()
    return {
        "keptByDebug": kept,
        "oldFormsByDebug": more["OldForm"],
        "methodsByDebug": more["method"],
        "linesByDebug": len(said.getvalue().splitlines()),
        "oldFormsAfterDebug": types()["OldForm"],
    }


def scans() -> dict[str, int]:
    """Two ways to count the readings, and what each of them wakes."""
    by_type = sum(type(thing) is Reading for thing in tracked())
    read_by_type = prices.PRICES._value is not None
    things = tracked()
    tracemalloc.start()
    with contextlib.redirect_stdout(io.StringIO()) as said:
        by_class = sum(isinstance(thing, Reading) for thing in things)
    woken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return {
        "byType": by_type,
        "byClass": by_class,
        "readByType": int(read_by_type),
        "readByClass": len(prices.PRICES._value or ()),
        "bytesRead": woken,
        "said": said.getvalue().strip(),
    }
