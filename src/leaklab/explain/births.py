"""Which objects were born in the load and still live, by the slice of it that they were born in."""

from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from gc import freeze, get_objects, get_referents, is_tracked, unfreeze
from itertools import compress, pairwise
from tracemalloc import get_object_traceback
from types import ModuleType
from typing import Any

from leaklab.program.unasked import is_a, length_of, module_of_type, name_of_type, size_of, type_name
from leaklab.wire.report import Survivors
from leaklab.world.caches import settle

# As `id` for what is alive, and audit hooks hear nothing of it: with tracing on, that takes ten times as long.
_where = object.__hash__
_BUFFERS = frozenset(map(id, (bytearray, array)))
_CHUNK = 1_000
# Of what is alive: enough to tell how long a pass over all of it takes.
_SAMPLE = 20_000
# Fewer than these come by chance.
_LEAST_GAINED = 4
_REPLACED = 0.1
# Types of which each object is the program's only in its members; a key stands for what it counts.
_PLAIN_VALUES = frozenset(map(id, (bool, int, type(None))))


@dataclass(frozen=True, slots=True)
class Gathering:
    """A container that grew: its newest member, and how many it took in per slice."""

    container: object
    newest: object
    taken_in: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gain:
    """By how many there are more of a type, over all slices and over the later half of them."""

    whole: int
    late: int

    @property
    def lasts(self) -> bool:
        return self.whole >= _LEAST_GAINED and self.late * 2 >= _LEAST_GAINED


class Births:
    """Ends slices of the load. Its lists are made beforehand, so that the bookkeeping is not counted as born."""

    def __init__(self, slices: int) -> None:
        self._born: list[array[int]] = [array("q") for _ in range(slices)]
        self._sizes: list[array[int]] = [array("q") for _ in range(slices + 1)]
        self._counts: list[Counter[str]] = []
        self._slice = 0
        unfreeze()
        settle()
        objects = get_objects()
        self._counts.append(_by_name(objects))
        self._candidates = containers(objects)
        self._sizes[0].extend(map(_size, self._candidates))
        del objects
        freeze()

    def end_slice(self) -> None:
        settle()
        self._born[self._slice].extend(map(_where, get_objects()))
        self._slice += 1
        self._sizes[self._slice].extend(map(_size, self._candidates))
        if self._slice == 2:
            self._keep_what_grew()
        if self._slice == len(self._born) // 2:
            unfreeze()
            settle()
            self._counts.append(_by_name(get_objects()))
        freeze()

    def alive(self) -> dict[int, list[object]]:
        """Alive, by slice. Only then is it known: an object may be born in the first slice and die in the last."""
        slice_of: dict[int, int] = {}
        for number, born in enumerate(self._born):
            # An address can be used again: the last birth there is the one that lives.
            slice_of.update(dict.fromkeys(born, number))
        ours = {_where(self._born), _where(self._sizes), _where(self._candidates), _where(self.__dict__)}
        alive: dict[int, list[object]] = {number: [] for number in range(len(self._born))}
        # What is not frozen was made since the last slice ended, by the judge, perhaps where something had died.
        ours.update(map(_where, get_objects()))
        unfreeze()
        settle()
        objects = []
        for item in get_objects():
            where = _where(item)
            if where in ours:
                continue
            objects.append(item)
            number = slice_of.get(where, -1)
            if number >= 0 and not module_of_type(type(item)).startswith("leaklab"):
                alive[number].append(item)
        self._counts.append(_by_name(objects))
        return alive

    def gain(self, name: str) -> Gain:
        """Of a type, once it is known what is alive. What replaces its like gains nothing."""
        first, middle, last = (counts[name] for counts in self._counts)
        return Gain(last - first, last - middle)

    def is_replaced(self, name: str, born: int) -> bool:
        """Whether a good part of the `born` of a type only take the place of others of it that are gone."""
        gone = born - self.gain(name).whole
        return gone >= max(_LEAST_GAINED, _REPLACED * born)

    def grew(self) -> frozenset[int]:
        """Ids of containers that took in something in the later half of the slices."""
        middle, last = self._sizes[len(self._born) // 2], self._sizes[-1]
        return frozenset(id(item) for index, item in enumerate(self._candidates) if last[index] > middle[index])

    def gatherings(self) -> list[Gathering]:
        """Containers that took in something in most slices and still do, the fastest first."""
        found = []
        for index, container in enumerate(self._candidates):
            sizes = [row[index] for row in self._sizes]
            taken_in = tuple(after - before for before, after in pairwise(sizes))
            if (
                sum(1 for count in taken_in if count > 0) * 2 >= len(taken_in)
                and sizes[-1] > sizes[0]
                and sizes[-1] > sizes[len(sizes) // 2]
            ):
                found.append(Gathering(container, _newest(container), taken_in))
        return sorted(found, key=lambda gathering: -sum(gathering.taken_in))

    def _keep_what_grew(self) -> None:
        """Of a hundred thousand containers a few grow: the rest need not be measured again, nor kept alive."""
        first, last = self._sizes[0], self._sizes[self._slice]
        grew = [index for index in range(len(first)) if last[index] > first[index]]
        self._candidates = [self._candidates[index] for index in grew]
        for number in range(self._slice + 1):
            self._sizes[number] = array("q", [self._sizes[number][index] for index in grew])


def by_type(births: Births, alive: dict[int, list[object]], slice_units: int) -> tuple[Survivors, ...]:
    """Survivors by type. What is only new, or only takes the place of its like, is left out."""
    counts: dict[str, list[int]] = {}
    for number, items in alive.items():
        for item in items:
            row = counts.setdefault(type_name(item), [0] * len(alive))
            row[number] += 1
    found = []
    for name, cohorts in counts.items():
        gain = births.gain(name)
        if lasts(cohorts) and gain.lasts:
            row_of_all = survivors(name, cohorts, slice_units)
            net = round(gain.whole / (slice_units * len(cohorts)), 3)
            found.append(replace(row_of_all, per_unit=min(row_of_all.per_unit, net)))
    return tuple(found)


def survivors(name: str, cohorts: Sequence[int], slice_units: int) -> Survivors:
    """A row. The last slice is not counted per unit: some of its members are about to go."""
    lasting = sum(cohorts[:-1])
    return Survivors(
        type=name,
        per_unit=round(lasting / (slice_units * (len(cohorts) - 1)), 3),
        count=sum(cohorts),
        cohorts=tuple(cohorts),
    )


def seconds_to_pass(now: Callable[[], float]) -> float:
    """What one pass over all that is alive takes here and now, as a pass over some of it tells."""
    unfreeze()
    objects = get_objects()
    freeze()
    some = objects[:: 1 + len(objects) // _SAMPLE]
    began = now()
    _by_name(some)
    array("q").extend(map(_size, containers(some)))
    return (now() - began) * len(objects) / max(1, len(some))


def survived_sizes(values: Sequence[object]) -> dict[int, int]:
    """Bytes by id: each with what only the collector overlooks, such as its strings, if that was born in the load."""
    sizes: dict[int, int] = {}
    counted = set(map(id, values))
    for value in values:
        size = size_of(value)
        for held in () if is_a(value, ModuleType) else get_referents(value):
            if id(held) not in counted and not is_tracked(held) and get_object_traceback(held) is not None:
                counted.add(id(held))
                size += size_of(held)
        sizes[id(value)] = size
    return sizes


def lasts(cohorts: Sequence[int]) -> bool:
    """Whether members of most slices live on. The last slice does not count: those may be about to be replaced."""
    earlier = [count for count in cohorts[:-1] if count > 0]
    return 2 * len(earlier) >= len(cohorts) - 1 and sum(earlier) >= 4


def is_measured_type(kind: type) -> bool:
    """Whether it is of containers that say how much they hold."""
    return issubclass(kind, dict | list | set | deque) or id(kind) in _BUFFERS


def _kinds(objects: Iterable[object]) -> dict[int, type]:
    return {_where(kind): kind for kind in map(type, objects)}


def _select(objects: list[object], wanted: dict[int, bool]) -> list[object]:
    """Those of a type that is `wanted`, by its address."""
    return list(compress(objects, map(wanted.__getitem__, map(_where, map(type, objects)))))


def _by_name(objects: Iterable[object]) -> Counter[str]:
    """How many of each type. No number is made for each object: with tracing on, that takes ten times as long."""
    groups: defaultdict[object, list[object]] = defaultdict(list)
    for item in objects:
        kind = type(item)
        # A metaclass may hash as it likes.
        groups[kind if type(kind) is type else _where(kind)].append(item)
    names: Counter[str] = Counter()
    for group in groups.values():
        names[name_of_type(type(group[0]))] += len(group)
    return names


def containers(objects: list[object]) -> list[object]:
    """Those that say how much they hold, also where the collector does not look."""
    kinds = _kinds(objects)
    found = _select(objects, {key: is_measured_type(kind) for key, kind in kinds.items()})
    unseen: dict[int, object] = {}
    # Not of modules: up to 3.13 that of asyncio names freed objects too, and referring to one of them frees it twice.
    holders = _select(objects, {key: not issubclass(kind, ModuleType) for key, kind in kinds.items()})
    for start in range(0, len(holders), _CHUNK):
        for held in get_referents(*holders[start : start + _CHUNK]):
            kind = type(held)
            # Before 3.14 a dict of nothing but strings and numbers is no business of the collector either.
            if kind is bytearray or kind is array or (kind is dict and not is_tracked(held)):
                unseen[_where(held)] = held
    return [*found, *unseen.values()]


def _size(item: object) -> int:
    length = length_of(item)
    return size_of(item) if length is None else length


def _newest(container: Any) -> object:
    if is_a(container, dict):
        key, value = next(reversed(dict.items(container)))
        return key if id(type(value)) in _PLAIN_VALUES else value
    for base in (list, deque):
        if issubclass(type(container), base):
            return base.__getitem__(container, -1)
    if is_a(container, set):
        return next(set.__iter__(container))
    return container
