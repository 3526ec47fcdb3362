"""Counts what containers hold: tables that fill in step stand still between two doublings, but their entries do not."""

from collections import deque
from collections.abc import Callable
from gc import freeze, get_freeze_count, get_objects, unfreeze
from itertools import compress
from struct import calcsize
from typing import Any

# No container holds an entry in less.
ENTRY_BYTES = calcsize("P")
_Length = Callable[[Any], int]
_LENGTHS: tuple[tuple[type, _Length], ...] = (
    (dict, dict.__len__),
    (list, list.__len__),
    (set, set.__len__),
    (deque, deque.__len__),
)
# By the address of a type: a metaclass may hash and compare as it likes.
_where = object.__hash__
_mro_of = type.__dict__["__mro__"].__get__


def count_entries() -> int:
    """
    Entries of the dicts, lists, sets and deques that the collector knows, of their subclasses too. Up to Python 3.13 it
    does not know a dict of plain values; such a one doubles in each rung, and is seen by that. Calls nothing of the
    program: no `__len__`, `__hash__` or `__class__` of its own.
    """
    frozen = get_freeze_count()
    unfreeze()
    things = get_objects()
    if frozen:
        freeze()
    kinds = dict(zip(map(_where, map(type, things)), map(type, things), strict=True))
    lengths = {key: length for key, kind in kinds.items() if (length := _length_of(kind)) is not None}
    # Few objects are containers: the others are passed over without a step of Python for each.
    holding = compress(things, map(lengths.__contains__, map(_where, map(type, things))))
    return sum(lengths[_where(type(thing))](thing) for thing in holding)


def _length_of(kind: type) -> _Length | None:
    for base in _mro_of(kind):
        for known, length in _LENGTHS:
            if base is known:
                return length
    return None
