"""The calendar on virtual time: what `time` and `datetime` tell of today, and not of a moment that is given to them."""

import ctypes
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from gc import get_referents
from typing import Any

from leaklab.world.clock import CLOCK
from leaklab.world.patching import replace_everywhere


class _Now:
    """A function of `time` that takes the present moment for what is left out, after `given` arguments."""

    __slots__ = ("__name__", "_given", "_now", "_real")

    def __init__(self, name: str, given: int, now: Callable[[], Any]) -> None:
        self.__name__ = name
        self._real: Callable[..., Any] = getattr(time, name)
        self._given = given
        self._now = now

    def __call__(self, *arguments: Any) -> Any:
        absent = len(arguments) == self._given or (len(arguments) == self._given + 1 and arguments[-1] is None)
        if CLOCK.active and absent:
            arguments = (*arguments[: self._given], self._now())
        return self._real(*arguments)


class _Gettime:
    """`time.clock_gettime`, in seconds or nanoseconds."""

    __slots__ = ("__name__", "_in_seconds", "_real")

    def __init__(self, name: str, *, in_seconds: bool) -> None:
        self.__name__ = name
        self._real: Callable[[int], Any] = getattr(time, name)
        self._in_seconds = in_seconds

    def __call__(self, clock: int, /) -> Any:
        if not CLOCK.active or clock not in _CLOCKS:
            return self._real(clock)
        now = _CLOCKS[clock]()
        return now / 1e9 if self._in_seconds else now


_real_localtime = time.localtime
_CLOCKS: dict[int, Callable[[], int]] = {
    getattr(time, name): read
    for name, read in (
        ("CLOCK_REALTIME", CLOCK.wall_ns),
        ("CLOCK_TAI", CLOCK.wall_ns),
        ("CLOCK_MONOTONIC", CLOCK.monotonic_ns),
        ("CLOCK_MONOTONIC_RAW", CLOCK.monotonic_ns),
        ("CLOCK_BOOTTIME", CLOCK.monotonic_ns),
    )
    if hasattr(time, name)
}


def _seconds() -> float:
    return CLOCK.wall_ns() / 1e9


def _here() -> time.struct_time:
    return _real_localtime(_seconds())


def install_dates() -> None:
    """Replace what tells the present date, also where a module has imported it by name already. Does so once."""
    if isinstance(time.localtime, _Now):
        return
    stand_ins: list[object] = [
        _Now("localtime", 0, _seconds),
        _Now("gmtime", 0, _seconds),
        _Now("ctime", 0, _seconds),
        _Now("asctime", 0, _here),
        _Now("strftime", 1, _here),
    ]
    if hasattr(time, "clock_gettime"):
        stand_ins += [_Gettime("clock_gettime", in_seconds=True), _Gettime("clock_gettime_ns", in_seconds=False)]
    replace_everywhere([(getattr(time, name.__name__), name) for name in stand_ins])  # type: ignore[attr-defined]
    # In the browser the whole interpreter asks the host for the time.
    if sys.platform != "emscripten":
        _replace_methods()


def _replace_methods() -> None:
    """
    Of the class itself, which is shared by whoever has imported it: a subclass in its place would be another type to
    `isinstance`, to `pickle` and to whatever is written in C. The class is closed to Python, but its dict is there.
    """
    members: dict[str, Any] = get_referents(datetime.__dict__)[0]
    real_now, real_utcnow = members["now"], members["utcnow"]

    def now(cls: type[datetime], tz: tzinfo | None = None) -> datetime:
        if not CLOCK.active:
            moment: datetime = real_now.__get__(None, cls)(tz)
            return moment
        return cls.fromtimestamp(_seconds(), tz)

    def utcnow(cls: type[datetime]) -> datetime:
        if not CLOCK.active:
            moment: datetime = real_utcnow.__get__(None, cls)()
            return moment
        return cls.fromtimestamp(_seconds(), UTC).replace(tzinfo=None)

    try:
        modified = ctypes.pythonapi.PyType_Modified
    except AttributeError:
        return
    members["now"], members["utcnow"] = classmethod(now), classmethod(utcnow)
    for kind in (date, datetime):
        modified(ctypes.py_object(kind))
