"""The figures that the lesson quotes, taken with the learner's own tools in the living program."""

import gc
import io
import queue
import sys
from collections import Counter, deque
from functools import lru_cache, partial

from dispatch import OFFICE
from plans import Plan
from pympler import asizeof, muppy, summary
from pympler.classtracker import ClassTracker

from leaklab.live import load

REPORTS = 400


def figures() -> dict[str, float | int | str]:
    return {"reports": REPORTS, **counts(), **sizes(), **objects(), **classes(), **slack(), "stopsAt": stops()}


def types() -> Counter[str]:
    gc.collect()
    return Counter(type(thing).__name__ for thing in gc.get_objects())


def counts() -> dict[str, float]:
    before = types()
    load(REPORTS)
    more = types() - before
    return {f"{name.lower()}PerReport": round(more[name] / REPORTS, 2) for name in ("Position", "Plan", "list")}


def sizes() -> dict[str, float | int]:
    plans, positions = OFFICE.plans, OFFICE.track.positions
    plan = plans[20]
    dicts = types()["dict"]
    sizer = asizeof.Asizer()
    deep = {"planDeep": sizer.asizeof(plan), "visited": sizer.seen, "dictsMade": types()["dict"] - dicts}
    office, *each = asizeof.asizesof(OFFICE, *plans)
    early = {
        "positionShallow": sys.getsizeof(positions[-1]),
        "planShallow": sys.getsizeof(plan),
        "plans": len(plans),
        "sumOfDeep": sum(asizeof.asizeof(one) for one in plans),
        "together": asizeof.asizeof(*plans),
        "positions": len(positions),
        "rest": office,
        "track": asizeof.asizeof(OFFICE.track),
        "planOwn": each[20],
        "plansOwn": sum(each),
        "plansOwnPerReport": round(each[20] / 10, 1),
    }
    load(200)
    together = asizeof.asizeof(*positions)
    return {
        **deep,
        **early,
        "planDeepLater": asizeof.asizeof(plan),
        "planOwnLater": asizeof.asizesof(OFFICE, *plans)[21],
        "positionsFull": len(positions),
        "positionsOwn": together,
        "positionOwn": round(together / len(positions), 1),
    }


def objects() -> dict[str, float | int | str]:
    """What a summary of all objects has gained, what it shows of itself, and what it has not found."""
    once = summary.summarize(muppy.get_objects())
    before = summary.summarize(muppy.get_objects())
    itself = {name: count for name, count, _ in summary.get_diff(once, before)}
    # In it is the summary before it, as this one will be in the next.
    before = summary.summarize(muppy.get_objects())
    load(REPORTS)
    rows = sorted(summary.get_diff(before, summary.summarize(muppy.get_objects())), key=lambda row: -row[2])
    found = muppy.get_objects()
    ids = {id(thing) for thing in found}
    newest = OFFICE.plans[-1].departures.values()
    times = [time for departures in newest for time, _, _ in departures]
    return {
        "muppyRows": ", ".join(name for name, _, _ in rows[:3]),
        "muppyPlanPerReport": next(size / REPORTS for name, _, size in rows if name == "plans.Plan"),
        "muppyPerReport": round(sum(size for _, _, size in rows) / REPORTS, 1),
        "muppyThousands": round(len(found) / 1_000, 1),
        "muppyItself": round(itself["list"] / 1_000, 1),
        "times": len(times),
        "timesFound": sum(id(time) in ids for time in times),
        "tuplesFound": sum(id(departure) in ids for departures in newest for departure in departures),
    }


def classes() -> dict[str, float]:
    return {"averageAlone": average_of_ten(False), "averageWithOffice": average_of_ten(True)}


def average_of_ten(with_office: bool) -> float:
    tracker = ClassTracker(stream=io.StringIO())
    if with_office:
        tracker.track_object(OFFICE)
    tracker.track_class(Plan)
    load(100)
    tracker.create_snapshot()
    average: float = tracker.stats.annotate_snapshot(tracker.snapshots[-1])["plans.Plan"]["avg"]
    tracker.detach_all()
    return average


def slack() -> dict[str, int]:
    numbers = dict.fromkeys(range(1_000))
    full = sys.getsizeof(numbers)
    for number in range(1_000):
        del numbers[number]
    appended: list[int] = []
    for number in range(1_000):
        appended.append(number)
    return {
        "dictFull": full,
        "dictEmptied": sys.getsizeof(numbers),
        "dictCopied": sys.getsizeof(dict(numbers)),
        "listAppended": sys.getsizeof(appended),
        "listCopied": sys.getsizeof(appended[:]),
    }


class Lines(list[str]):
    """A list by another name."""


@lru_cache
def spoken(text: str) -> str:
    return text * 2


def stops() -> str:
    """Of things that hold a long text, those whose asizeof has not seen it."""
    text = "-" * 10_000
    waiting: queue.Queue[str] = queue.Queue()
    waiting.put(text)
    spoken(text)
    holders = {
        "list": [text],
        "dict": {0: text},
        "set": {text},
        "deque": deque([text]),
        "queue.Queue": waiting,
        "functools.partial": partial(spoken, text),
        "functools.lru_cache": spoken,
        "subclass of list": Lines([text]),
    }
    return ", ".join(name for name, holder in holders.items() if asizeof.asizeof(holder) < len(text))
