"""Which lines put things into a container, by the name that a path has for it: to store is not to allocate."""

import ast
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from leaklab.explain.allocations import frame_at
from leaklab.program.place import Place
from leaklab.program.unasked import file_of, loaded_modules
from leaklab.wire.report import Frame

_MOST_LINES = 3
_PUTTING = frozenset(
    (
        *("append", "appendleft", "extend", "extendleft", "insert"),
        *("add", "update", "setdefault", "put", "put_nowait", "push"),
    )
)
_PUTTING_FIRST = frozenset(("heappush", "insort", "insort_left", "insort_right"))
# The last identifier of a step, and what makes one a member of a container: `[42]`, `dict['key']`, `{…}`, `cache`.
_NAME = re.compile(r"([^\W\d]\w*)\W*$")
_MEMBER = re.compile(r"^\w*[\[{]")


class Stores:
    """The storing lines of the learner's files, each file read once."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._lines: dict[str, set[tuple[str, int]]] = {}
        modules = {name: file_of(module) for name, module in loaded_modules()}
        self._own = tuple(f"{name}." for name, path in modules.items() if place.is_learner(path))
        for path in sorted({path for path in modules.values() if place.is_learner(path)}):
            for name, line in _stores_in(path):
                self._lines.setdefault(name, set()).add((path, line))

    def on(self, steps: Sequence[str]) -> tuple[Frame, ...]:
        """
        Of the container that a path from a root of the learner's leads through first. None where its name does not say
        which that is: where more lines store under it than one would look at.
        """
        lines = sorted(self._lines.get(container_name(steps), ())) if steps[0].startswith(self._own) else []
        if len(lines) > _MOST_LINES:
            return ()
        return tuple(frame_at(path, line, self._place) for path, line in lines)


def container_name(steps: Sequence[str]) -> str:
    """`app.STORE`, `Store.nodes`, `list[3]`: `nodes`. Empty where no container has a name in the source."""
    for before, step in pairwise(steps):
        if _MEMBER.match(step):
            found = _NAME.search(before)
            return found.group(1) if found else ""
    return ""


def _stores_in(path: str) -> Iterator[tuple[str, int]]:
    """Names that a file stores under, each with its line."""
    try:
        with open(path, encoding="utf-8") as file:
            tree = ast.parse(file.read())
    except (OSError, SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr=method)) if method in _PUTTING:
                stored = [owner]
            case ast.Call(func=ast.Name(id=method) | ast.Attribute(attr=method), args=[owner, *_]) if (
                method in _PUTTING_FIRST
            ):
                stored = [owner]
            case ast.Assign(targets=targets):
                stored = [target.value for target in targets if type(target) is ast.Subscript]
            case ast.AugAssign(target=target):
                stored = [target]
            case _:
                continue
        for owner in stored:
            name = _named(owner)
            if name:
                yield name, node.lineno


def _named(owner: ast.expr) -> str:
    """`self.rooms[key]`: `rooms`."""
    match owner:
        case ast.Subscript(value=container):
            return _named(container)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
