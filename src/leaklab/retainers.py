"""Who holds the survivors: one forward search from all roots, and the shortest path to each."""

import re
import sys
from collections.abc import Iterable
from itertools import groupby
from types import ModuleType

from leaklab.edges import LEAVES, Places, describe_edge, held_by, instance_dict, is_leaf
from leaklab.report import RetainerPath
from leaklab.roots import Root

_LONGEST_PATH = 12
_MOST_PATHS = 6
# A path that few survivors lie on says little about where they gather.
_LEAST_SHARE = 0.1
_GREAT_SHARE = 0.5

_PLACE = re.compile(r"\[[^\]]*\]")


class Reach:
    """What can be reached, each by a shortest path from the best tier of roots; until all that is `wanted` is found."""

    def __init__(self, tiers: Iterable[list[Root]], wanted: Iterable[object]) -> None:
        self._roots: dict[int, str] = {}
        self._parents: dict[int, object] = {}
        self._places: Places = {}
        missing = {id(value) for value in wanted}
        modules = [module for module in sys.modules.values() if isinstance(module, ModuleType)]
        # The search does not go from module to module: each name of each is a root.
        seen = {id(vars(module)) for module in modules}
        queue: list[object] = []
        at = 0
        for roots in tiers:
            if not missing:
                break
            for root in roots:
                key = id(root.value)
                if key not in seen and not is_leaf(root.value):
                    seen.add(key)
                    missing.discard(key)
                    self._roots[key] = root.name
                    queue.append(root.value)
            while at < len(queue) and missing:
                owner = queue[at]
                kind = type(owner)
                for value in held_by(owner):
                    key = id(value)
                    if key in seen or type(value) in LEAVES or value is kind:
                        continue
                    seen.add(key)
                    missing.discard(key)
                    self._parents[key] = owner
                    queue.append(value)
                at += 1

    def path_to(self, value: object, member: object = None) -> tuple[str, ...] | None:
        """
        The steps to `value`, root first and its type last; None if no root leads to it. With `member`, something that
        `value` holds and the search passes over, such as a string: the steps to that.
        """
        if id(value) not in self._roots and id(value) not in self._parents:
            return None
        last = value if member is None else member
        steps = [type(last).__name__]
        if last is not value:
            steps.append(self._step(value, last))
        while id(value) not in self._roots:
            owner = self._parents[id(value)]
            above = self._parents.get(id(owner))
            if above is not None and owner is instance_dict(above):
                # An instance and its own `__dict__` are one step.
                owner = above
            steps.append(self._step(owner, value))
            value = owner
        steps.append(self._roots[id(value)])
        return tuple(reversed(steps))

    def _step(self, owner: object, value: object) -> str:
        return describe_edge(owner, value, self._places, is_root=id(owner) in self._roots)


def retainer_paths(paths: Iterable[tuple[tuple[str, ...], int]]) -> tuple[RetainerPath, ...]:
    """
    Of paths, each with the number of survivors on it: one row for each kind, the one nearest to its root first, for
    there the survivors gather.
    """
    rows: dict[tuple[str, ...], tuple[tuple[str, ...], int]] = {}
    for path, count in paths:
        fingerprint = tuple(step for step, _ in groupby(_PLACE.sub("[]", step) for step in path))
        first, before = rows.get(fingerprint, (path, 0))
        rows[fingerprint] = (first, before + count)
    most = max((count for _, count in rows.values()), default=0)
    telling = [row for row in rows.values() if row[1] >= _LEAST_SHARE * most]
    telling.sort(key=lambda row: (row[1] < _GREAT_SHARE * most, len(row[0]), -row[1]))
    return tuple(_row(path, count) for path, count in telling[:_MOST_PATHS])


def _row(path: tuple[str, ...], count: int) -> RetainerPath:
    steps = path
    if len(path) > _LONGEST_PATH:
        half = _LONGEST_PATH // 2
        steps = (*path[:half], f"… {len(path) - 2 * half} more …", *path[-half:])
    return RetainerPath(root=path[0], steps=steps, text=" → ".join(steps), type=path[-1], count=count)
