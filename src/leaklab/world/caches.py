"""Bring the interpreter to a state that two reads can be compared in."""

import ctypes
import sys
from collections import deque
from collections.abc import Callable
from gc import collect
from sys import getrefcount, intern

# Objects that come back to life in `__del__` can be found for ever.
_MOST_COLLECTIONS = 10
# As many as a large stack has of its own: a table that is due to grow has room for no more.
_NAMES = 50_000
# What lives for ever is counted far higher.
_MOST_REFERENCES = 1_000


def _clear_nothing() -> None:
    pass


# Both exist in some versions only; the type cache alone makes healthy Jinja seem to leak 5-40 bytes a request.
_clear_internal: Callable[[], None] = getattr(sys, "_clear_internal_caches", _clear_nothing)
_clear_types: Callable[[], None] = getattr(sys, "_clear_type_cache", _clear_nothing)
_clear = (_clear_internal,) if _clear_internal is not _clear_nothing else (_clear_types,)


def clear_caches() -> None:
    """Clear what the interpreter itself remembers."""
    for clear in _clear:
        clear()


def settle() -> None:
    """Collect until nothing is found, then clear what the interpreter itself remembers."""
    for _ in range(_MOST_COLLECTIONS):
        if not collect():
            break
    clear_caches()


def settle_names() -> None:
    """
    Bring the table of interned strings to the size that it has once many have come and gone: it grows by up to a
    megabyte, late, and once. Where such strings live for ever (3.12, free-threaded builds) nothing is done.
    """
    if getrefcount(intern(f"\0{_NAMES}")) < _MOST_REFERENCES:
        deque(map(intern, map("\0%d".__mod__, range(_NAMES))), 0)
        _give_back()


def _give_back() -> None:
    """Have glibc return what lies free: a load would fill that first, and hide as much of what grows outside malloc."""
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return
    trim(0)
