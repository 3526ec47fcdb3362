"""Virtual time: the `time` module passes through until a run begins, and is then moved by the load alone."""

import time
from collections.abc import Callable
from typing import Any

from leaklab.stand_in import replace_everywhere

# The judge's own stopwatch, bound before any hook.
real_seconds = time.perf_counter

# Monday 2026-01-05 09:00 UTC: every run begins at the same moment.
_EPOCH_NS = 1_767_603_600_000_000_000
_MONOTONIC_NS = 1_000_000_000_000
# Reading the clock costs a microsecond, so that a loop that waits for a deadline ends.
_TICK_NS = 1_000


class Clock:
    """Nanoseconds since the run began; `active` once a run has."""

    __slots__ = ("active", "elapsed_ns")

    def __init__(self) -> None:
        self.active = False
        self.elapsed_ns = 0

    def start(self) -> None:
        self.active = True
        self.elapsed_ns = 0

    def stop(self) -> None:
        self.active = False

    def advance(self, seconds: float) -> None:
        if seconds > 0:
            self.elapsed_ns += round(seconds * 1e9)

    def monotonic(self) -> float:
        return (_MONOTONIC_NS + self.elapsed_ns) / 1e9


CLOCK = Clock()


class _Reading:
    """A clock function. An object, because a plain function would become a method as a class attribute."""

    __slots__ = ("__name__", "_origin_ns", "_real", "_scale")

    def __init__(self, name: str, real: Callable[[], Any], origin_ns: int, *, seconds: bool) -> None:
        self.__name__ = name
        self._real = real
        self._origin_ns = origin_ns
        self._scale = seconds

    def __call__(self) -> float | int:
        if not CLOCK.active:
            reading: float | int = self._real()
            return reading
        CLOCK.elapsed_ns += _TICK_NS
        now = self._origin_ns + CLOCK.elapsed_ns
        return now / 1e9 if self._scale else now


class _Sleep:
    __slots__ = ("__name__", "_real")

    def __init__(self, real: Callable[[float], None]) -> None:
        self.__name__ = "sleep"
        self._real = real

    def __call__(self, seconds: float, /) -> None:
        if not CLOCK.active:
            return self._real(seconds)
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        CLOCK.advance(seconds)
        return None


def install_clock() -> None:
    """Replace the functions of `time`, also where a module has imported one by name already. Does so once."""
    if isinstance(time.time, _Reading):
        return
    pairs: list[tuple[object, object]] = [(time.sleep, _Sleep(time.sleep))]
    for name, origin, in_seconds in (
        ("time", _EPOCH_NS, True),
        ("time_ns", _EPOCH_NS, False),
        ("monotonic", _MONOTONIC_NS, True),
        ("monotonic_ns", _MONOTONIC_NS, False),
        ("perf_counter", _MONOTONIC_NS, True),
        ("perf_counter_ns", _MONOTONIC_NS, False),
    ):
        real = getattr(time, name)
        pairs.append((real, _Reading(name, real, origin, seconds=in_seconds)))
    replace_everywhere(pairs)
