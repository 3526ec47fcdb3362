"""Where a search for retainers begins: what the modules name, the learner's own names first."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from types import FunctionType, ModuleType
from typing import Any

from leaklab.place import Place
from leaklab.target import handed


@dataclass(frozen=True, slots=True)
class Root:
    """`value` under its name in the source: `history.HISTORY`, `tasks.Report.seen`, `app.on.<locals> cell seen`."""

    name: str
    value: object


def root_tiers(place: Place, loop: object | None) -> list[list[Root]]:
    """By rank: what the learner's files define, what they import, the event loop, libraries, the author's files."""
    # A function that no name leads to is a root of its own.
    own = [Root(getattr(run, "__qualname__", type(run).__qualname__).replace(".<locals>", ""), run) for run in handed]
    imported: list[Root] = []
    foreign: list[Root] = []
    authors: list[Root] = []
    for name, module in list(sys.modules.items()):
        if not isinstance(module, ModuleType) or name.partition(".")[0] == "leaklab":
            continue
        path = getattr(module, "__file__", None) or ""
        if place.is_learner(path):
            defined = _defined_names(path)
            for root in _roots_of(name, module):
                top = root.name.split(".")[1].partition(" ")[0]
                (own if top in defined else imported).append(root)
        elif place.is_harness(path):
            authors.extend(_roots_of(name, module))
        else:
            foreign.extend(_roots_of(name, module))
    waiting = [] if loop is None else _loop_roots(loop)
    return [own, imported, waiting, foreign, authors]


def _roots_of(module_name: str, module: ModuleType) -> Iterator[Root]:
    for key, value in list(vars(module).items()):
        if key.startswith("__") and key != "__warningregistry__":
            continue
        yield from _named(f"{module_name}.{key}", value, module_name, 0)


def _named(name: str, value: object, module_name: str, depth: int) -> Iterator[Root]:
    """The root itself; for a class or function of this module, what it holds under names of its own."""
    yield Root(name, value)
    if depth > 2 or getattr(value, "__module__", None) != module_name:
        return
    if isinstance(value, FunctionType):
        yield from function_roots(name, value)
    elif issubclass(type(value), type):
        for key, member in list(vars(value).items()):
            if not (key.startswith("__") and key.endswith("__")):
                yield from _named(f"{name}.{key}", member, module_name, depth + 1)


def function_roots(name: str, function: FunctionType) -> Iterator[Root]:
    for cell_name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=False):
        try:
            yield Root(f"{name}.<locals> cell {cell_name}", cell.cell_contents)
        except ValueError:
            continue
    code = function.__code__
    defaults = function.__defaults__ or ()
    for argument, default in zip(reversed(code.co_varnames[: code.co_argcount]), reversed(defaults), strict=False):
        yield Root(f"{name} default {argument}", default)
    for argument, default in (function.__kwdefaults__ or {}).items():
        yield Root(f"{name} default {argument}", default)


def _loop_roots(loop: Any) -> list[Root]:
    return [Root("event loop timers", loop._scheduled), Root("event loop ready", loop._ready)]


def _defined_names(path: str) -> set[str]:
    """Names that the file itself binds at its top level, other than by import."""
    try:
        with open(path, encoding="utf-8") as file:
            tree = ast.parse(file.read())
    except (OSError, SyntaxError, ValueError):
        return set()
    names: set[str] = set()
    for statement in ast.walk(tree):
        match statement:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
    return names
