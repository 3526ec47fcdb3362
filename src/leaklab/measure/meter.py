"""Meters for plain CPython; in the browser the host's own is handed in."""

import ctypes
import os
import tracemalloc
from collections.abc import Callable
from typing import Any, cast

from leaklab.measure.outside import resident
from leaklab.wire.report import MeterName
from leaklab.world.patching import replace_everywhere

_PROBE_BYTES = 100_000


class _Mallinfo2(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "keepcost",
        )
    ]


def native_meter() -> tuple[MeterName, Callable[[], int]]:
    """Bytes in use: of glibc's allocator where Python allocates by it alone (PYTHONMALLOC=malloc), else as traced."""
    mallinfo2 = _mallinfo2()
    if os.environ.get("PYTHONMALLOC") == "malloc" and mallinfo2 is not None:

        def in_use() -> int:
            state = mallinfo2()
            # Large blocks are mapped one by one and counted apart.
            return int(state.uordblks + state.hblkhd)

        if follows(in_use):
            return "mallinfo2", in_use
    return "tracemalloc", traced_meter()


def likely_meter() -> MeterName:
    """What a child of this interpreter reads, for who hears nothing of it."""
    return "mallinfo2" if _mallinfo2() is not None else "tracemalloc"


def outside_malloc(meter: MeterName) -> Callable[[], int] | None:
    """
    Bytes in memory that malloc did not take from the system; None where nobody can tell. It goes by what malloc took,
    not by what is in use: how blocks lie in that is not seen.
    """
    mallinfo2 = _mallinfo2()
    if meter != "mallinfo2" or mallinfo2 is None:
        return None

    def outside() -> int:
        state = mallinfo2()
        return resident() - int(state.arena + state.hblkhd)

    try:
        outside()
    except (OSError, LookupError, ValueError):
        return None
    return outside


def _mallinfo2() -> Callable[[], Any] | None:
    try:
        function = ctypes.CDLL(None).mallinfo2
    except (AttributeError, OSError, TypeError):
        return None
    function.restype = _Mallinfo2
    return cast(Callable[[], Any], function)


def traced_meter() -> Callable[[], int]:
    """Bytes that Python's own allocators hand out from now on; the program cannot end this measurement."""
    tracemalloc.start(1)
    replace_everywhere([(tracemalloc.stop, _go_on), (tracemalloc.clear_traces, _go_on)])
    get_traced_memory = tracemalloc.get_traced_memory
    return lambda: get_traced_memory()[0]


def _go_on() -> None:
    pass


def follows(meter: Callable[[], int]) -> bool:
    """Whether the meter sees Python's memory at all: another allocator may have taken the place of glibc's."""
    before = meter()
    small = [str(number) for number in range(1_000, 3_000)]
    with_small = meter()
    large = bytearray(_PROBE_BYTES)
    with_large = meter()
    return with_small - before >= len(small) * 32 and with_large - with_small >= len(large)
