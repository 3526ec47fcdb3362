"""What a name in the source stands for, found without asking any object: nothing of the program runs."""

import ast
import builtins
from collections import deque
from collections.abc import Iterator, Mapping
from types import FunctionType, ModuleType
from typing import Any

from leaklab.program.unasked import class_dict, instance_dict, is_a, loaded_modules, module_dict, mro_of, slots
from leaklab.words import say

# Characters of what is told.
_LONGEST = 80
_SEQUENCES: tuple[type[Any], ...] = (list, tuple, deque)


class Unresolved(Exception):
    """Says, in a sentence, why not."""


def resolve(text: str, names: Mapping[str, object]) -> object:
    """
    `ledger.LEDGER.returned[0]`: names of the console, modules that are loaded, what they hold under names, and what
    containers hold at constant places. Raises Unresolved.
    """
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise Unresolved(say().console.no_name(text[:_LONGEST])) from None
    return _value(tree.body, names)


def attributes(owner: object) -> Iterator[tuple[str, object]]:
    """What lies under names in an object, then what its types define; names may come twice."""
    yield from _plain_names(instance_dict(owner) or {})
    yield from slots(owner)
    for kind in mro_of(owner) if is_a(owner, type) else mro_of(type(owner)):
        yield from _plain_names(class_dict(kind))


def _plain_names(space: Mapping[str, object]) -> list[tuple[str, object]]:
    return [(key, value) for key, value in list(space.items()) if type(key) is str]


def _value(node: ast.expr, names: Mapping[str, object]) -> object:
    match node:
        case ast.Name(id=name):
            return _named(name, names)
        case ast.Attribute(value=of, attr=name):
            owner = _value(of, names)
            for key, value in attributes(owner):
                if key == name and not _is_computed(owner, value):
                    return value
            raise Unresolved(say().console.not_there_or_computed(ast.unparse(node)[:_LONGEST]))
        case ast.Subscript(value=of, slice=place):
            return _item(_value(of, names), place, ast.unparse(node))
        case _:
            raise Unresolved(say().console.no_name_yet(ast.unparse(node)[:_LONGEST]))


def _named(name: str, names: Mapping[str, object]) -> object:
    if name in names:
        return names[name]
    for key, module in loaded_modules():
        if key == name:
            return module
    if name in vars(builtins):
        return vars(builtins)[name]
    raise Unresolved(say().console.not_here(name[:_LONGEST]))


def _is_computed(owner: object, value: object) -> bool:
    """A property, a slot of the class or any other descriptor: what it gives is another object."""
    if is_a(owner, type) or is_a(owner, ModuleType) or type(value) is FunctionType:
        return False
    own = (instance_dict(owner) or {}).values()
    if any(value is each for each in own) or any(value is each for _, each in slots(owner)):
        return False
    return any("__get__" in class_dict(kind) for kind in mro_of(type(value)))


def _item(owner: object, place: ast.expr, text: str) -> object:
    try:
        key = ast.literal_eval(place)
        if is_a(owner, dict):
            return dict.__getitem__(owner, key)
        for base in _SEQUENCES:
            if is_a(owner, base) and type(key) is int:
                return base.__getitem__(owner, key)
    except (ValueError, TypeError, LookupError):
        pass
    raise Unresolved(say().console.not_there(text[:_LONGEST]))


def module_named(name: str) -> ModuleType | None:
    return next((module for key, module in loaded_modules() if key == name), None)


def names_in(module: ModuleType) -> list[str]:
    return [key for key, _ in _plain_names(module_dict(module))]
