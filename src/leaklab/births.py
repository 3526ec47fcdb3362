"""Which objects were born in the load and still live, by the slice of it that they were born in."""

import itertools
import sys
from array import array
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from gc import freeze, get_objects, get_referents, unfreeze
from typing import Any

from leaklab.caches import settle
from leaklab.report import Survivors

# A container that was sized with its own method, for a subclass may answer `len` as it likes.
_SIZES: tuple[tuple[type, Callable[[Any], int]], ...] = (
    (dict, dict.__len__),
    (list, list.__len__),
    (set, set.__len__),
    (deque, deque.__len__),
)
_BUFFERS = frozenset({bytearray, array})


@dataclass(frozen=True, slots=True)
class Gathering:
    """A container that grew: its newest member, and how many it took in per slice."""

    container: object
    newest: object
    taken_in: tuple[int, ...]


class Births:
    """Ends slices of the load. Storage is made beforehand, so that the bookkeeping is not counted as born."""

    def __init__(self, slices: int) -> None:
        self._born: list[array[int]] = [array("Q") for _ in range(slices)]
        self._ids: list[array[int]] = [array("Q") for _ in range(slices + 1)]
        self._sizes: list[array[int]] = [array("q") for _ in range(slices + 1)]
        self._slice = 0
        self._measure_containers(0)
        freeze()

    def end_slice(self) -> None:
        settle()
        born = self._born[self._slice]
        for item in get_objects():
            born.append(id(item))
        self._slice += 1
        unfreeze()
        settle()
        self._measure_containers(self._slice)
        freeze()

    def survivors(self) -> dict[int, list[object]]:
        """Alive, by slice. Only then is it known: an object may be born in the first slice and die in the last."""
        unfreeze()
        settle()
        slice_of: dict[int, int] = {}
        for number, born in enumerate(self._born):
            # An address can be used again: the last birth there is the one that lives.
            slice_of.update(dict.fromkeys(born, number))
        alive: dict[int, list[object]] = {number: [] for number in range(len(self._born))}
        for item in get_objects():
            number = slice_of.get(id(item), -1)
            if number >= 0 and not type(item).__module__.startswith("leaklab"):
                alive[number].append(item)
        return alive

    def gatherings(self) -> list[Gathering]:
        """Containers that took in something in most slices, the fastest first."""
        last = dict(zip(self._ids[-1], self._sizes[-1], strict=True))
        first = dict(zip(self._ids[0], self._sizes[0], strict=True))
        grown = {key for key, size in last.items() if key in first and size > first[key]}
        by_slice = [
            {key: size for key, size in zip(ids, sizes, strict=True) if key in grown}
            for ids, sizes in zip(self._ids, self._sizes, strict=True)
        ]
        found = []
        for item in _containers(get_objects()):
            key = id(item)
            if key not in grown:
                continue
            sizes = [sizes.get(key, first[key]) for sizes in by_slice]
            taken_in = tuple(after - before for before, after in itertools.pairwise(sizes))
            if sum(1 for count in taken_in if count > 0) * 2 >= len(taken_in):
                found.append(Gathering(item, _newest(item), taken_in))
        return sorted(found, key=lambda gathering: -sum(gathering.taken_in))

    def _measure_containers(self, number: int) -> None:
        ids, sizes = self._ids[number], self._sizes[number]
        for item in _containers(get_objects()):
            ids.append(id(item))
            sizes.append(_size(item))


def by_type(alive: dict[int, list[object]], units: int) -> tuple[Survivors, ...]:
    """Survivors by type, the most numerous first. Types with members of the last slice alone are not kept, only new."""
    counts: dict[str, list[int]] = {}
    for number, items in alive.items():
        for item in items:
            row = counts.setdefault(type(item).__name__, [0] * len(alive))
            row[number] += 1
    rows = [
        Survivors(type=name, per_unit=round(sum(row) / units, 3), count=sum(row), cohorts=tuple(row))
        for name, row in counts.items()
        if lasts(row)
    ]
    return tuple(sorted(rows, key=lambda row: -row.count))


def lasts(cohorts: list[int] | tuple[int, ...]) -> bool:
    """Whether members of several slices before the last live on: one slice alone may be something that is replaced."""
    return sum(1 for count in cohorts[:-1] if count) >= 2


def _containers(objects: list[object]) -> list[object]:
    found = []
    for item in objects:
        kind = type(item)
        if any(issubclass(kind, base) for base, _ in _SIZES):
            found.append(item)
        elif not issubclass(kind, type):
            found.extend(held for held in get_referents(item) if type(held) in _BUFFERS)
    return found


def _size(item: object) -> int:
    for base, size in _SIZES:
        if issubclass(type(item), base):
            return size(item)
    return sys.getsizeof(item)


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
