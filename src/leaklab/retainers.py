"""Who holds the survivors: one forward search from all roots, and the shortest path to each."""

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import ModuleType

from leaklab.edges import LEAVES, Places, describe_edge, held_by, instance_dict, is_leaf
from leaklab.report import RetainerPath
from leaklab.roots import Root

_LONGEST_PATH = 12
_MOST_PATHS = 6
# A path that few survivors lie on says little about where they gather.
_LEAST_SHARE = 0.1

_PLACE = re.compile(r"\[[^\]]*\]")


class Reach:
    """
    What can be reached, each by a shortest path from the best tier of roots; until all that is `wanted` is found. No
    path leads through what is `hidden`.
    """

    def __init__(self, tiers: Iterable[list[Root]], wanted: Iterable[object], hidden: Iterable[object] = ()) -> None:
        self._roots: dict[int, str] = {}
        self._parents: dict[int, object] = {}
        self._places: Places = {}
        missing = {id(value) for value in wanted}
        modules = [module for module in sys.modules.values() if isinstance(module, ModuleType)]
        # The search does not go from module to module: each name of each is a root.
        seen = {id(vars(module)) for module in modules} | set(map(id, hidden))
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

    def retained(self, sizes: Mapping[int, int]) -> dict[int, int]:
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
    """The path to something that survived: how many of it, and the bytes that would go with it."""

    path: tuple[str, ...]
    count: int
    size: int


def retainer_paths(held: Iterable[Held]) -> tuple[RetainerPath, ...]:
    """One row for each kind of path, that which holds the most bytes first; of equals, the one nearest to its root."""
    rows: dict[tuple[str, ...], Held] = {}
    for one in held:
        fingerprint = tuple(step for step, _ in groupby(_PLACE.sub("[]", step) for step in one.path))
        before = rows.get(fingerprint)
        rows[fingerprint] = (
            one if before is None else Held(before.path, before.count + one.count, before.size + one.size)
        )
    most = max((row.count for row in rows.values()), default=0)
    telling = [row for row in rows.values() if row.count >= _LEAST_SHARE * most]
    telling.sort(key=lambda row: (-row.size, len(row.path), -row.count))
    return tuple(map(_row, telling[:_MOST_PATHS]))


def _row(held: Held) -> RetainerPath:
    path = steps = held.path
    if len(path) > _LONGEST_PATH:
        half = _LONGEST_PATH // 2
        steps = (*path[:half], f"… {len(path) - 2 * half} more …", *path[-half:])
    return RetainerPath(
        root=path[0], steps=steps, text=" → ".join(steps), type=path[-1], count=held.count, retained_bytes=held.size
    )
