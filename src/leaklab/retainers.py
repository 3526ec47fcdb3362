"""Who holds the survivors: one forward search from all roots, and the shortest path to each."""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType

from leaklab.edges import describe_edge, held_by, is_leaf
from leaklab.report import RetainerPath
from leaklab.roots import Root

_LONGEST_PATH = 12
_MOST_PATHS = 6
# A path that few survivors lie on says little about where they gather.
_LEAST_SHARE = 0.1

_PLACE = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class _Node:
    value: object
    parent: int
    root: str | None


class Reach:
    """Everything that can be reached, each by a shortest path from the best tier of roots that reaches it."""

    def __init__(self, tiers: Iterable[list[Root]]) -> None:
        self._nodes: list[_Node] = []
        self._found: dict[int, int] = {}
        module_dicts = {id(vars(module)) for module in sys.modules.values() if isinstance(module, ModuleType)}
        at = 0
        for roots in tiers:
            for root in roots:
                self._add(root.value, -1, root.name)
            while at < len(self._nodes):
                for value in held_by(self._nodes[at].value, module_dicts):
                    self._add(value, at, None)
                at += 1

    def path_to(self, value: object, member: object = None) -> tuple[str, ...] | None:
        """
        The steps to `value`, root first and its type last; None if no root leads to it. With `member`, something that
        `value` holds and the search passes over, such as a string: the steps to that.
        """
        at = self._found.get(id(value), -1)
        if at < 0:
            return None
        steps = [type(value).__name__]
        if member is not None and member is not value:
            steps = [
                type(member).__name__,
                describe_edge(value, member, is_root=self._nodes[at].root is not None),
            ]
        while True:
            node = self._nodes[at]
            if node.root is not None:
                steps.append(node.root)
                return tuple(reversed(steps))
            parent = self._nodes[node.parent]
            steps.append(describe_edge(parent.value, node.value, is_root=parent.root is not None))
            at = node.parent

    def _add(self, value: object, parent: int, root: str | None) -> None:
        if not is_leaf(value) and id(value) not in self._found:
            self._found[id(value)] = len(self._nodes)
            self._nodes.append(_Node(value, parent, root))


def retainer_paths(paths: Iterable[tuple[tuple[str, ...], int]]) -> tuple[RetainerPath, ...]:
    """
    Of paths, each with the number of survivors on it: one row for each kind, the one nearest to its root first, for
    there the survivors gather.
    """
    rows: dict[tuple[str, ...], tuple[tuple[str, ...], int]] = {}
    for path, count in paths:
        fingerprint = tuple(_PLACE.sub("[]", step) for step in path)
        first, before = rows.get(fingerprint, (path, 0))
        rows[fingerprint] = (first, before + count)
    most = max((count for _, count in rows.values()), default=0)
    telling = [row for row in rows.values() if row[1] >= _LEAST_SHARE * most]
    telling.sort(key=lambda row: (len(row[0]), -row[1]))
    return tuple(_row(path, count) for path, count in telling[:_MOST_PATHS])


def _row(path: tuple[str, ...], count: int) -> RetainerPath:
    steps = path
    if len(path) > _LONGEST_PATH:
        left_out = len(path) - _LONGEST_PATH + 1
        steps = (*path[:7], f"… {left_out} more …", *path[-(_LONGEST_PATH - 8) :])
    return RetainerPath(root=path[0], steps=steps, text=" → ".join(steps), type=path[-1], count=count)
