"""Who holds the survivors: one forward search from all roots, and the shortest path to each."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import ModuleType

from leaklab.explain.edges import Places, describe_edge, held_by, is_leaf
from leaklab.explain.roots import Root
from leaklab.program.unasked import instance_dict, loaded_modules, module_dict, type_name
from leaklab.wire.report import RetainerPath
from leaklab.words import say

_LONGEST_PATH = 12
_MOST_PATHS = 6
_OWNERS_PER_LOOK_AT_THE_TIME = 1_000
# A path that few survivors lie on says little about where they gather.
_LEAST_SHARE = 0.1

_PLACE = re.compile(r"\[[^\]]*\]")


class Reach:
    """
    What can be reached, each by a shortest path from the best tier of roots; until all that is `wanted` is found, or
    the time `is_over`, and then it `is_cut`. No path leads through what is `hidden`. `born` are ids of what the load
    made, `gathered` of containers that grew.
    """

    def __init__(
        self,
        tiers: Iterable[list[Root]],
        wanted: Iterable[object],
        hidden: Iterable[object] = (),
        born: Collection[int] = (),
        gathered: Collection[int] = (),
        is_over: Callable[[], bool] = lambda: False,
    ) -> None:
        self.is_cut = False
        self._roots: dict[int, str] = {}
        self._parents: dict[int, object] = {}
        self._places: Places = {}
        self._born = born
        self._gathered = gathered
        missing = {id(value) for value in wanted}
        # The search does not go from module to module: each name of each is a root.
        modules = [module for _, module in loaded_modules() if id(module) not in born]
        seen = {id(module_dict(module)) for module in modules} | set(map(id, hidden))
        seen.update(map(id, modules))
        queue: list[object] = []
        at = 0
        for roots in tiers:
            if not missing or self.is_cut:
                break
            for root in roots:
                key = id(root.value)
                # A namespace is a root where it is one by itself.
                if (key not in seen or root.name.startswith("vars(")) and not self._ends_at(root.value):
                    seen.add(key)
                    missing.discard(key)
                    self._roots[key] = root.name
                    queue.append(root.value)
            while at < len(queue) and missing and not self.is_cut:
                self.is_cut = not at % _OWNERS_PER_LOOK_AT_THE_TIME and is_over()
                owner = queue[at]
                kind = type(owner)
                for value in held_by(owner):
                    key = id(value)
                    if key in seen or value is kind or self._ends_at(value):
                        continue
                    seen.add(key)
                    missing.discard(key)
                    self._parents[key] = owner
                    queue.append(value)
                at += 1

    def entry(self, value: object) -> object | None:
        """The last holder on the path that was there before the load; None for a root and for what none leads to."""
        if not self._is_reached(value):
            return None
        while id(value) not in self._roots:
            value = self._parents[id(value)]
            if id(value) not in self._born:
                return value
        return None

    def _is_reached(self, value: object) -> bool:
        return id(value) in self._roots or id(value) in self._parents

    def _ends_at(self, value: object) -> bool:
        return is_leaf(value) and not (type(value) is ModuleType and id(value) in self._born)

    def path_to(self, value: object, member: object = None) -> tuple[str, ...] | None:
        """
        The steps to `value`, root first and its type last; None if no root leads to it. With `member`, something that
        `value` holds and the search passes over, such as a string: the steps to that.
        """
        if not self._is_reached(value):
            return None
        last = value if member is None else member
        steps = [type_name(last)]
        if last is not value:
            steps.append(self._step(value, last))
        while id(value) not in self._roots:
            owner = self._parents[id(value)]
            above = self._parents.get(id(owner))
            if above is not None and owner is instance_dict(above):
                # An instance and its own `__dict__` are one step, unless names without end are what gathers.
                if id(owner) in self._gathered:
                    steps.append(
                        f"{type_name(above)}.__dict__{describe_edge(owner, value, self._places, is_root=True)}"
                    )
                    value = above
                    continue
                owner = above
            steps.append(self._step(owner, value))
            value = owner
        steps.append(self._roots[id(value)])
        return tuple(reversed(steps))

    def retained(self, sizes: Mapping[int, float]) -> dict[int, float]:
        """Bytes by id: of an object that was reached, and of all those whose shortest path leads through it."""
        totals = dict(sizes)
        # What was found later lies deeper, so each is complete when its owner's turn comes.
        for key in reversed(self._parents):
            amount = totals.get(key, 0)
            if amount:
                owner = id(self._parents[key])
                totals[owner] = totals.get(owner, 0) + amount
        return totals

    def _step(self, owner: object, value: object) -> str:
        return describe_edge(owner, value, self._places, is_root=id(owner) in self._roots)


@dataclass(frozen=True, slots=True)
class Held:
    """
    The path to something that survived: how many of it, the bytes that would go with it, and how many of them hang on a
    container that holds no more than before.
    """

    path: tuple[str, ...]
    count: float
    size: float
    replaced: float


def retainer_paths(held: Iterable[Held]) -> tuple[RetainerPath, ...]:
    """
    One row for each kind of path, that which holds the most bytes first; of equals, the one nearest to its root. What
    only replaces its like gathers nowhere.
    """
    rows: dict[tuple[str, ...], Held] = {}
    for one in held:
        fingerprint = tuple(step for step, _ in groupby(_PLACE.sub("[]", step) for step in one.path))
        # A chain grows without end on one member of what it hangs on.
        replaced = one.replaced if len(fingerprint) == len(one.path) else 0
        before = rows.get(fingerprint, Held(one.path, 0, 0, 0))
        rows[fingerprint] = Held(
            before.path, before.count + one.count, before.size + one.size, before.replaced + replaced
        )
    gathering = [row for row in rows.values() if row.replaced * 2 < row.count]
    most = max((row.count for row in gathering), default=0)
    telling = [row for row in gathering if row.count >= _LEAST_SHARE * most]
    telling.sort(key=lambda row: (-row.size, len(row.path), -row.count))
    return tuple(map(_row, telling[:_MOST_PATHS]))


def _row(held: Held) -> RetainerPath:
    path = steps = held.path
    if len(path) > _LONGEST_PATH:
        half = _LONGEST_PATH // 2
        steps = (*path[:half], say().explanation.left_out(len(path) - 2 * half), *path[-half:])
    return RetainerPath(
        root=path[0],
        steps=steps,
        text=" → ".join(steps),
        type=path[-1],
        count=round(held.count),
        retained_bytes=round(held.size),
    )
