"""Where a search for retainers begins: what the modules name, the learner's own names first."""

import ast
import sys
import threading
from collections.abc import Collection, Iterator
from contextvars import copy_context
from dataclasses import dataclass
from types import BuiltinFunctionType, FrameType, FunctionType, MethodType, ModuleType
from typing import Any

from leaklab.program.place import Place
from leaklab.program.target import handed
from leaklab.program.unasked import (
    class_dict,
    file_of,
    frame_locals,
    instance_dict,
    is_a,
    loaded_modules,
    module_dict,
    type_name,
)
from leaklab.words import say
from leaklab.world.stack import UNSEEN

# A module that was given more names than these while it was loaded is a container like any other.
_MOST_MADE = 8


@dataclass(frozen=True, slots=True)
class Root:
    """`value` under its name in the source: `history.HISTORY`, `tasks.Report.seen`, `app.on.<locals> cell seen`."""

    name: str
    value: object


def root_tiers(place: Place, loop: object | None, born: Collection[int] = ()) -> list[list[Root]]:
    """
    By rank: what the learner's files define, what they import, the context, the event loop and what runs, libraries,
    the author's files. `born` are ids of what the load made: a module among these is found where it is kept.
    """
    own = [Root(_name_of_handed(run), run) for run in handed]
    imported: list[Root] = []
    foreign: list[Root] = []
    authors: list[Root] = []
    for name, module in loaded_modules():
        if name.partition(".")[0] == "leaklab" or id(module) in born:
            continue
        path = file_of(module)
        if place.is_learner(path):
            defined = _defined_names(path)
            for root in _roots_of(name, module, born):
                top = root.name.split(".")[1].partition(" ")[0] if "." in root.name else ""
                (own if top in defined else imported).append(root)
        elif place.is_harness(path):
            authors.extend(_roots_of(name, module, born))
        else:
            foreign.extend(_roots_of(name, module, born))
    running = [Root(say().explanation.context, copy_context()), *_loop_roots(loop), *_frame_roots()]
    return [own, imported, running, foreign, authors]


def is_of_the_judge(frame: FrameType) -> bool:
    name = frame.f_globals.get("__name__")
    return frame.f_code.co_filename == UNSEEN or (type(name) is str and name.partition(".")[0] == "leaklab")


def _name_of_handed(run: object) -> str:
    """Of a function that no name leads to: it is a root of its own."""
    function = run.__func__ if type(run) is MethodType else run
    if type(function) is FunctionType or type(function) is BuiltinFunctionType:
        return function.__qualname__.replace(".<locals>", "")
    return type_name(run)


def _roots_of(module_name: str, module: ModuleType, born: Collection[int]) -> Iterator[Root]:
    names = module_dict(module)
    made = [key for key, value in list(names.items()) if id(value) in born]
    if len(made) > _MOST_MADE:
        # Names without end: the namespace itself is what holds them.
        yield Root(f"vars({module_name})", names)
    for key, value in list(names.items()):
        if type(key) is not str or (key.startswith("__") and key != "__warningregistry__"):
            continue
        if not (len(made) > _MOST_MADE and id(value) in born):
            yield from _named(f"{module_name}.{key}", value, module_name, 0)


def _named(name: str, value: object, module_name: str, depth: int) -> Iterator[Root]:
    """The root itself; for a class or function of this module, what it holds under names of its own."""
    yield Root(name, value)
    if depth > 2:
        return
    if type(value) is FunctionType:
        if _says(value.__module__, module_name):
            yield from function_roots(name, value)
    elif is_a(value, type):
        members = class_dict(value)
        if _says(members.get("__module__"), module_name):
            for key, member in list(members.items()):
                if type(key) is str and not (key.startswith("__") and key.endswith("__")):
                    yield from _named(f"{name}.{key}", member, module_name, depth + 1)


def _says(module: object, name: str) -> bool:
    return type(module) is str and module == name


def function_roots(name: str, function: FunctionType) -> Iterator[Root]:
    says = say().explanation
    for cell_name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=False):
        try:
            yield Root(says.cell(f"{name}.<locals>", cell_name), cell.cell_contents)
        except ValueError:
            continue
    code = function.__code__
    defaults = function.__defaults__ or ()
    for argument, default in zip(reversed(code.co_varnames[: code.co_argcount]), reversed(defaults), strict=False):
        yield Root(says.default(name, argument), default)
    for argument, default in dict.items(function.__kwdefaults__ or {}):
        yield Root(says.default(name, argument), default)


def _loop_roots(loop: Any) -> list[Root]:
    if loop is None:
        return []
    says = say().explanation
    return [
        Root(says.event_loop_timers, loop._scheduled),
        Root(says.event_loop_ready, loop._ready),
        Root(says.event_loop, loop),
    ]


def _frame_roots() -> Iterator[Root]:
    """What functions that run hold in their locals, in each thread."""
    threads: dict[int, threading.Thread] = dict(threading._active)  # type: ignore[attr-defined]
    for ident, innermost in sys._current_frames().items():
        name = (instance_dict(threads.get(ident)) or {}).get("_name")
        frame: FrameType | None = innermost
        while frame is not None:
            # What a module names is a root already.
            if frame.f_code.co_name != "<module>" and not is_of_the_judge(frame):
                where = f"{name if type(name) is str else say().explanation.thread}: {frame.f_code.co_name}()"
                for local, value in frame_locals(frame):
                    yield Root(f"{where} {local}", value)
            frame = frame.f_back


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
