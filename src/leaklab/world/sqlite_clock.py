"""SQLite's own clock (`datetime('now')`, `CURRENT_TIMESTAMP`) on virtual time, where its library can be reached."""

import ctypes
import sys
from typing import Any

from leaklab.world.clock import CLOCK

# Of SQLite's calendar, which counts from noon in Greenwich on 24 November 4714 BC.
_DAYS_BEFORE_1970 = 2_440_587.5
_DAY_MS = 86_400_000

_Int64 = ctypes.POINTER(ctypes.c_int64)
_CurrentTime = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, _Int64)


class _Vfs(ctypes.Structure):
    """https://sqlite.org/c3ref/vfs.html, up to the second version's `xCurrentTimeInt64`."""

    _fields_ = [
        ("iVersion", ctypes.c_int),
        ("szOsFile", ctypes.c_int),
        ("mxPathname", ctypes.c_int),
        *((name, ctypes.c_void_p) for name in ("pNext", "zName", "pAppData")),
        *((name, ctypes.c_void_p) for name in ("xOpen", "xDelete", "xAccess", "xFullPathname")),
        *((name, ctypes.c_void_p) for name in ("xDlOpen", "xDlError", "xDlSym", "xDlClose")),
        *((name, ctypes.c_void_p) for name in ("xRandomness", "xSleep", "xCurrentTime", "xGetLastError")),
        ("xCurrentTimeInt64", _CurrentTime),
    ]


_kept: list[Any] = []


def follow_sqlite() -> None:
    """
    Have SQLite ask our clock, if a program has imported it. Does so once. In the browser the whole interpreter asks the
    host; a library that is linked in statically keeps the machine's time.
    """
    module = sys.modules.get("_sqlite3")
    path = getattr(module, "__file__", None)
    if _kept or path is None or sys.platform == "emscripten":
        return
    try:
        find = ctypes.CDLL(path).sqlite3_vfs_find
    except (AttributeError, OSError):
        return
    find.restype = ctypes.POINTER(_Vfs)
    vfs = find(None)
    if not vfs or vfs.contents.iVersion < 2 or not vfs.contents.xCurrentTimeInt64:
        return
    real = ctypes.cast(vfs.contents.xCurrentTimeInt64, _CurrentTime)

    def current_time(ours: int, result: Any) -> int:
        if not CLOCK.active:
            return int(real(ours, result))
        result[0] = round(_DAYS_BEFORE_1970 * _DAY_MS) + CLOCK.wall_ns() // 1_000_000
        return 0

    # SQLite holds no reference that Python would count.
    _kept.append(_CurrentTime(current_time))
    vfs.contents.xCurrentTimeInt64 = _kept[0]
