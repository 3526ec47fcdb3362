"""Which objects were born in the load and still live, by the slice of it that they were born in."""

import sys
from array import array
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gc import freeze, get_objects, get_referents, is_tracked, unfreeze
from itertools import pairwise
from tracemalloc import get_object_traceback
from types import ModuleType
from typing import Any, cast

from leaklab.caches import settle
from leaklab.report import Survivors

_BUFFERS = frozenset({bytearray, array})
_CHUNK = 1_000


def _measure_of(kind: type) -> Callable[[Any], int] | None:
    """How to size a container of this type: with the base's own method, for a subclass may answer as it likes."""
    for base in (dict, list, set, deque):
        if issubclass(kind, base):
            return cast(Callable[[Any], int], base.__len__)
    return sys.getsizeof if kind in _BUFFERS else None


@dataclass(frozen=True, slots=True)
class Gathering:
    """A container that grew: its newest member, and how many it took in per slice."""

    container: object
    newest: object
    taken_in: tuple[int, ...]


class Births:
    """Ends slices of the load. Its lists are made beforehand, so that the bookkeeping is not counted as born."""

    def __init__(self, slices: int) -> None:
        self._born: list[array[int]] = [array("Q") for _ in range(slices)]
        self._sizes: list[array[int]] = [array("q") for _ in range(slices + 1)]
        self._slice = 0
        unfreeze()
        settle()
        self._candidates = _containers(get_objects())
        self._sizes[0].extend(map(_size, self._candidates))
        freeze()

    def end_slice(self) -> None:
        settle()
        self._born[self._slice].extend(map(id, get_objects()))
        self._slice += 1
        self._sizes[self._slice].extend(map(_size, self._candidates))
        if self._slice == 2:
            self._keep_what_grew()
        freeze()

    def alive(self) -> dict[int, list[object]]:
        """Alive, by slice. Only then is it known: an object may be born in the first slice and die in the last."""
        slice_of: dict[int, int] = {}
        for number, born in enumerate(self._born):
            # An address can be used again: the last birth there is the one that lives.
            slice_of.update(dict.fromkeys(born, number))
        ours = {id(self._born), id(self._sizes), id(self._candidates), id(self.__dict__)}
        alive: dict[int, list[object]] = {number: [] for number in range(len(self._born))}
        # What is not frozen was made since the last slice ended, by the judge, perhaps where something had died.
        ours.update(map(id, get_objects()))
        unfreeze()
        settle()
        for item in get_objects():
            number = slice_of.get(id(item), -1)
            if number >= 0 and id(item) not in ours and not str(type(item).__module__).startswith("leaklab"):
                alive[number].append(item)
        return alive

    def gatherings(self) -> list[Gathering]:
        """Containers that took in something in most slices, the fastest first."""
        found = []
        for index, container in enumerate(self._candidates):
            sizes = [row[index] for row in self._sizes]
            taken_in = tuple(after - before for before, after in pairwise(sizes))
            if sum(1 for count in taken_in if count > 0) * 2 >= len(taken_in) and sizes[-1] > sizes[0]:
                found.append(Gathering(container, _newest(container), taken_in))
        return sorted(found, key=lambda gathering: -sum(gathering.taken_in))

    def _keep_what_grew(self) -> None:
        """Of a hundred thousand containers a few grow: the rest need not be measured again, nor kept alive."""
        first, last = self._sizes[0], self._sizes[self._slice]
        grew = [index for index in range(len(first)) if last[index] > first[index]]
        self._candidates = [self._candidates[index] for index in grew]
        for number in range(self._slice + 1):
            self._sizes[number] = array("q", [self._sizes[number][index] for index in grew])


def by_type(alive: dict[int, list[object]], slice_units: int) -> tuple[Survivors, ...]:
    """Survivors by type. What is only new is left out."""
    counts: dict[str, list[int]] = {}
    for number, items in alive.items():
        for item in items:
            row = counts.setdefault(type(item).__name__, [0] * len(alive))
            row[number] += 1
    return tuple(survivors(name, row, slice_units) for name, row in counts.items() if lasts(row))


def survivors(name: str, cohorts: Sequence[int], slice_units: int) -> Survivors:
    """A row. The last slice is not counted per unit: some of its members are about to go."""
    lasting = sum(cohorts[:-1])
    return Survivors(
        type=name,
        per_unit=round(lasting / (slice_units * (len(cohorts) - 1)), 3),
        count=sum(cohorts),
        cohorts=tuple(cohorts),
    )


def survived_sizes(values: Sequence[object]) -> dict[int, int]:
    """Bytes by id: each with what only the collector overlooks, such as its strings, if that was born in the load."""
    sizes: dict[int, int] = {}
    counted = set(map(id, values))
    for value in values:
        size = _shallow(value)
        for held in get_referents(value):
            if id(held) not in counted and not is_tracked(held) and get_object_traceback(held) is not None:
                counted.add(id(held))
                size += _shallow(held)
        sizes[id(value)] = size
    return sizes


def _shallow(value: object) -> int:
    try:
        return max(0, sys.getsizeof(value))
    except Exception:  # `__sizeof__` may be the program's own.
        return 0


def lasts(cohorts: Sequence[int]) -> bool:
    """Whether members of most slices live on. The last slice does not count: those may be about to be replaced."""
    earlier = [count for count in cohorts[:-1] if count > 0]
    return 2 * len(earlier) >= len(cohorts) - 1 and sum(earlier) >= 4


def _containers(objects: list[object]) -> list[object]:
    kinds = {kind: _measure_of(kind) for kind in set(map(type, objects))}
    found = [item for item in objects if kinds[type(item)] is not None]
    unseen: dict[int, object] = {}
    # Not of modules: up to 3.13 that of asyncio names freed objects too, and referring to one of them frees it twice.
    holders = [item for item in objects if type(item) is not ModuleType]
    for start in range(0, len(holders), _CHUNK):
        for held in get_referents(*holders[start : start + _CHUNK]):
            # Before 3.14 a dict of nothing but strings and numbers is no business of the collector either.
            if type(held) in _BUFFERS or (type(held) is dict and not is_tracked(held)):
                unseen[id(held)] = held
    return [*found, *unseen.values()]


def _size(item: object) -> int:
    measure = _measure_of(type(item))
    return 0 if measure is None else measure(item)


def _newest(container: Any) -> object:
    kind = type(container)
    if issubclass(kind, dict):
        key = next(reversed(dict.keys(container)))
        value = dict.__getitem__(container, key)
        return key if value is None or isinstance(value, bool | int) else value
    if issubclass(kind, list | deque):
        return container[-1]
    if issubclass(kind, set):
        return next(iter(container))
    return container
