"""Virtual time: the `time` module passes through until a run begins, and is then moved by the load alone."""

import time
from array import array
from collections.abc import Callable
from typing import Any

from leaklab.world.patching import replace_everywhere

# The judge's own stopwatch, bound before any hook.
real_seconds = time.perf_counter

# Monday 2026-01-05 09:00 UTC: every run begins at the same moment.
_EPOCH_NS = 1_767_603_600_000_000_000
_MONOTONIC_NS = 1_000_000_000_000
# Reading the clock costs a microsecond, so that a loop that waits for a deadline ends.
_TICK_NS = 1_000


class Clock:
    """
    The time of the run that is on, where C can read it too: nanoseconds since 1970, and whether a run is on, as two
    64-bit numbers at `address`.
    """

    __slots__ = ("_cells", "address")

    def __init__(self) -> None:
        self._cells = array("q", (_EPOCH_NS, False))
        self.address, _ = self._cells.buffer_info()

    @property
    def active(self) -> bool:
        return self._cells[1] != 0

    def start(self) -> None:
        self._cells[0] = _EPOCH_NS
        self._cells[1] = True

    def stop(self) -> None:
        self._cells[1] = False

    def carry_on(self) -> None:
        """From where it was stopped."""
        self._cells[1] = True

    def advance(self, seconds: float) -> None:
        if seconds > 0:
            self._cells[0] += round(seconds * 1e9)

    def monotonic(self) -> float:
        return (self._cells[0] + _MONOTONIC_NS - _EPOCH_NS) / 1e9

    def monotonic_ns(self) -> int:
        """The time now; reading it takes a moment too."""
        return self.wall_ns() + _MONOTONIC_NS - _EPOCH_NS

    def wall_ns(self) -> int:
        """The same, since 1970."""
        self._cells[0] += _TICK_NS
        return self._cells[0]


CLOCK = Clock()


class _Reading:
    """A clock function. An object, because a plain function would become a method as a class attribute."""

    __slots__ = ("__name__", "_in_seconds", "_now", "_real")

    def __init__(self, name: str, real: Callable[[], Any], now: Callable[[], int], *, in_seconds: bool) -> None:
        self.__name__ = name
        self._real = real
        self._now = now
        self._in_seconds = in_seconds

    def __call__(self) -> float | int:
        if not CLOCK.active:
            reading: float | int = self._real()
            return reading
        now = self._now()
        return now / 1e9 if self._in_seconds else now


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
    for name, now, in_seconds in (
        ("time", CLOCK.wall_ns, True),
        ("time_ns", CLOCK.wall_ns, False),
        ("monotonic", CLOCK.monotonic_ns, True),
        ("monotonic_ns", CLOCK.monotonic_ns, False),
        ("perf_counter", CLOCK.monotonic_ns, True),
        ("perf_counter_ns", CLOCK.monotonic_ns, False),
    ):
        real = getattr(time, name)
        pairs.append((real, _Reading(name, real, now, in_seconds=in_seconds)))
    replace_everywhere(pairs)
