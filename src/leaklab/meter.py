"""Meters for plain CPython; in the browser the host's own is handed in."""

import ctypes
import os
import tracemalloc
from collections.abc import Callable

from leaklab.report import MeterName


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
    if os.environ.get("PYTHONMALLOC") == "malloc":
        try:
            mallinfo2 = ctypes.CDLL(None).mallinfo2
        except (AttributeError, OSError):
            pass
        else:
            mallinfo2.restype = _Mallinfo2

            def in_use() -> int:
                state = mallinfo2()
                # Large blocks are mapped one by one and counted apart.
                return int(state.uordblks + state.hblkhd)

            return "mallinfo2", in_use
    tracemalloc.start(1)
    get_traced_memory = tracemalloc.get_traced_memory
    return "tracemalloc", lambda: get_traced_memory()[0]
