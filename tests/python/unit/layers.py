"""Which package of a program imports which, and what is wrong with that."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

# From the top: a package, and all that it may import of the others.
MayImport = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Import:
    """`target` is a module by its whole name, or a package where there is no such module."""

    file: Path
    line: int
    module: str
    target: str


def imports_of(file: Path, module: str, modules: Iterable[str]) -> Iterator[Import]:
    """Every import, also within functions. `module` is the name of `file`; of `modules` each is known by its own."""
    known = set(modules)
    package = module if file.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = ".".join(package.split(".")[: len(package.split(".")) + 1 - node.level]) if node.level else ""
            start = ".".join(filter(None, [above, node.module]))
            names = [f"{start}.{alias.name}" for alias in node.names]
            targets = [name if name in known else start for name in names]
        else:
            continue
        for target in targets:
            yield Import(file, node.lineno, module, target)


def modules_of(root: Path) -> dict[str, Path]:
    """Every module below the folder of a package, by its whole name."""
    found = {}
    for file in sorted(root.rglob("*.py")):
        parts = file.relative_to(root.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


def complaints(root: Path, may_import: MayImport) -> list[str]:
    """A sentence for each import that points up, for each circle of modules, and for what the table does not know."""
    modules = modules_of(root)
    own = [
        found
        for module, file in modules.items()
        for found in imports_of(file, module, modules)
        if found.target.partition(".")[0] == root.name
    ]
    return [
        *_misplaced(root, modules, may_import),
        *(told for found in own if (told := _forbidden(root, found, may_import))),
        *_circles(root, modules, own),
        *_upward(may_import),
    ]


def _misplaced(root: Path, modules: Mapping[str, Path], may_import: MayImport) -> Iterator[str]:
    for module, file in modules.items():
        package = _package(module)
        if package and package not in may_import:
            yield f"{_told(root, file, 1)}: {package} is not in the table of packages. Add it with what it may import."


def _forbidden(root: Path, found: Import, may_import: MayImport) -> str | None:
    package, target = _package(found.module), _package(found.target)
    if package == target or package not in may_import or target in may_import[package]:
        return None
    allowed = ", ".join(sorted(may_import[package])) or "nothing of ours"
    return f"{_told(root, found.file, found.line)}: {package} may not import {found.target}; it may import {allowed}."


def _circles(root: Path, modules: Mapping[str, Path], own: Iterable[Import]) -> Iterator[str]:
    graph: dict[str, set[str]] = {}
    places: dict[tuple[str, str], int] = {}
    for found in own:
        graph.setdefault(found.module, set()).add(found.target)
        places.setdefault((found.module, found.target), found.line)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        # Each is imported by the one after it.
        circle: list[str] = error.args[1][::-1]
        place = _told(root, modules[circle[0]], places[circle[0], circle[1]])
        yield f"{place}: imports go round in a circle: {' → '.join(circle)}."


def _upward(may_import: MayImport) -> Iterator[str]:
    order = list(may_import)
    for package, allowed in may_import.items():
        for target in sorted(allowed):
            if target not in may_import:
                yield f"The table lets {package} import {target}, which is not in it."
            elif order.index(target) <= order.index(package):
                yield f"The table lets {package} import {target}, which does not lie below it."


def _package(module: str) -> str:
    return [*module.split("."), ""][1]


def _told(root: Path, file: Path, line: int) -> str:
    return f"{file.relative_to(root.parent)}:{line}"
