"""
Simpler rules for telling a leak, each as published, on the readings of one run.

A reading is what a rule sees after so many units, collected and with the interpreter's caches cleared: bytes in use on
the judge's meter, or what the rule itself counts.
"""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol


class Readings(Protocol):
    """Of one run that goes on as rules ask: the next reading is never of fewer units than the last."""

    def bytes_after(self, units: int) -> int: ...

    def blocks_after(self, units: int) -> int: ...

    def objects_after(self, units: int) -> int: ...


# Python allocates by itself or by C alone: with the one it counts its blocks, with the other glibc counts all bytes.
Allocator = Literal["malloc", "pymalloc"]


@dataclass(frozen=True, slots=True)
class Rule:
    """`says_leak` decides from the readings of a run of its own."""

    name: str
    says_leak: Callable[[Readings], bool]
    allocator: Allocator = "malloc"


_BEFORE_AFTER_UNITS = 1_000


def before_and_after(limit: int) -> Callable[[Readings], bool]:
    """More than `limit` bytes above the start after 1,000 calls: the assertion of many a blog post."""

    def says_leak(readings: Readings) -> bool:
        start = readings.bytes_after(0)
        return readings.bytes_after(_BEFORE_AFTER_UNITS) - start > limit

    return says_leak


_REFLEAK_WARMUPS = _REFLEAK_RUNS = 3
# A repetition is a whole test file there; here so many calls, which is kind to the rule: rare leaks show.
_REFLEAK_CALLS = 100


def refleak(readings: Readings) -> bool:
    """
    CPython's `regrtest -R 3:3`: of six repetitions the last three must all have grown (`check_rc_deltas` of
    Lib/test/libregrtest/refleak.py). Memory blocks are counted; references only a debug build can count.
    """
    # Preallocated, for the numbers that are counted must not count; CPython keeps a pool of them.
    deltas = array("q", bytes(8 * (_REFLEAK_WARMUPS + _REFLEAK_RUNS)))
    before = readings.blocks_after(0)
    for number in range(len(deltas)):
        after = readings.blocks_after(_REFLEAK_CALLS * (number + 1))
        deltas[number] = after - before
        before = after
    return all(delta >= 1 for delta in deltas[_REFLEAK_WARMUPS:])


_PSLEAK_WARM_UP = 10
_PSLEAK_CALLS = 200
_PSLEAK_RETRIES = 10


def psleak(readings: Readings) -> bool:
    """
    psleak, which was psutil's `MemoryLeakTestCase` (psleak.py, `_check_mem`): ten warm-up calls, then up to ten rounds
    of 200, 300, 400 ... calls; a leak if each round has grown, and by more than the round before. Of its metrics only
    the heap's, without tolerance, which is its default.
    """
    units = _PSLEAK_WARM_UP
    last = readings.bytes_after(units)
    calls, previous = _PSLEAK_CALLS, 0
    for _ in range(_PSLEAK_RETRIES):
        units += calls
        now = readings.bytes_after(units)
        grown = now - last
        if grown <= 0 or grown <= previous:
            return False
        last, previous = now, grown
        calls += _PSLEAK_CALLS // 2
    return True


_MEMUSAGE_TIMES = 250
_MEMUSAGE_BATCH = 5


def memusage(readings: Readings) -> bool:
    """
    SQLAlchemy's `profile_memory` (test/aaa_profiling/test_memusage.py): objects after each call, in batches of five;
    no leak as soon as as many batches without a new maximum have passed as with one, a leak at the fiftieth maximum.
    """
    counts = _counts(readings)
    highest = grew = maxima = 0
    while maxima < _MEMUSAGE_TIMES // _MEMUSAGE_BATCH:
        latest = max(next(counts) for _ in range(_MEMUSAGE_BATCH))
        if latest > highest:
            highest = latest
            grew += 1
            maxima += 1
        else:
            grew -= 1
            if not grew:
                return False
    return True


def _counts(readings: Readings) -> Iterator[int]:
    units = 0
    while True:
        units += 1
        yield readings.objects_after(units)


RULES = (
    Rule("1 MB after 1,000", before_and_after(1_000_000)),
    Rule("1 KB after 1,000", before_and_after(1_000)),
    Rule("CPython regrtest -R 3:3", refleak, "pymalloc"),
    Rule("psleak", psleak),
    Rule("SQLAlchemy test_memusage", memusage),
)
