"""Who holds an object and what it holds, one step away, with the place in the words of the source."""

import gc
import types
from collections import deque
from collections.abc import Collection, Iterator
from typing import Any

from leaklab.console.ours import is_ours
from leaklab.explain.edges import Places, describe_edge, describe_key
from leaklab.explain.roots import function_roots
from leaklab.program.unasked import (
    class_dict,
    frame_locals,
    instance_dict,
    is_a,
    length_of,
    loaded_modules,
    module_dict,
    name_of_type,
    slots,
    type_name,
)
from leaklab.words import say

# `how` one object holds another, and the other.
Step = tuple[str, Any]
# Name and module, by the id of its namespace.
Modules = dict[int, tuple[str, types.ModuleType]]
_SEQUENCES: tuple[type[Any], ...] = (list, tuple, deque)
_SAMPLE = 20
_SETS: tuple[type[Any], ...] = (set, frozenset)
_real_referrers = gc.get_referrers


def referrers(value: object, console: dict[str, Any], hidden: Collection[int]) -> list[Step]:
    """
    Holders of `value`. Those are passed over by which a look itself holds it: `hidden` ids and what is of the judge.
    An instance and its `__dict__` are one, as are a function and its cells.
    """
    modules = {id(module_dict(module)): (name, module) for name, module in loaded_modules()}
    found: dict[int, Step] = {}
    places: Places = {}
    for owner in _real_referrers(value):
        if id(owner) in hidden or is_ours(owner):
            continue
        for how, holder in _held(owner, value, console, modules, places, hidden):
            if holder is not value or how:
                found.setdefault(id(holder), (how, holder))
    return list(found.values())


def referents(value: Any, most: int) -> tuple[list[Step], int]:
    """The first `most` of what `value` holds, and how many there are."""
    length = length_of(value)
    if length is None and type(value) is tuple:
        length = len(value)
    steps = _members(value)
    if length is not None and instance_dict(value) is None:
        first = [step for step, _ in zip(steps, range(most), strict=False)]
        return first, max(length, len(first))
    found = list(steps)
    return found[:most], len(found)


def newest_first(values: list[Any], hidden: Collection[int]) -> list[Any]:
    """
    By their place in the container that has most of them. The collector knows no order: whatever it has looked through
    it lists anew.
    """
    wanted = {id(value) for value in values}
    best: dict[int, int] = {}
    for owner in _real_referrers(*values[:_SAMPLE]):
        if owner is not values and id(owner) not in hidden and issubclass(type(owner), dict | list | deque):
            places = {id(held): place for place, held in enumerate(_in_order(owner)) if id(held) in wanted}
            best = max(best, places, key=len)
    return sorted(values, key=lambda value: -best.get(id(value), -1))


def _in_order(container: Any) -> Iterator[object]:
    if is_a(container, dict):
        return iter(dict.values(container))
    return list.__iter__(container) if is_a(container, list) else deque.__iter__(container)


def _held(
    owner: Any,
    value: object,
    console: dict[str, Any],
    modules: Modules,
    places: Places,
    hidden: Collection[int],
) -> Iterator[Step]:
    kind = type(owner)
    if kind is dict:
        yield from _held_in_dict(owner, value, console, modules, places, hidden)
    elif kind is types.CellType:
        yield from _held_in_cell(owner)
    elif kind is types.FrameType:
        local = next((name for name, held in frame_locals(owner) if held is value), None)
        yield say().console.local(local) if local else "", owner
    else:
        yield place_in(owner, value, places), owner


def _held_in_dict(
    owner: dict[Any, Any],
    value: object,
    console: dict[str, Any],
    modules: Modules,
    places: Places,
    hidden: Collection[int],
) -> Iterator[Step]:
    keys = [key for key, held in dict.items(owner) if held is value and type(key) is str]
    if owner is console:
        yield from ((say().console.of_the_console(key), owner) for key in keys)
        return
    if id(owner) in modules:
        name, module = modules[id(owner)]
        yield from ((f"{name}.{key}", module) for key in keys)
        return
    for holder in _real_referrers(owner):
        if id(holder) in hidden:
            continue
        if instance_dict(holder) is owner or (is_a(holder, type) and _is_among(owner, gc.get_referents(holder))):
            if not is_ours(holder):
                yield from ((f".{key}", holder) for key in keys)
            return
    yield place_in(owner, value, places), owner


def _is_among(wanted: object, values: list[Any]) -> bool:
    """As `in`, which would compare them."""
    return any(value is wanted for value in values)


def _held_in_cell(cell: object) -> Iterator[Step]:
    for closure in _real_referrers(cell):
        if type(closure) is not tuple:
            continue
        for function in _real_referrers(closure):
            if type(function) is types.FunctionType and function.__closure__ is closure:
                names = zip(function.__code__.co_freevars, closure, strict=False)
                name = next((name for name, each in names if each is cell), "")
                yield say().console.closure_cell(name), function


def place_in(owner: Any, value: object, places: Places) -> str:
    """`.environ`, `['k']`, `[3]`; empty where Python cannot say."""
    step = describe_edge(owner, value, places, is_root=True)
    name = name_of_type(owner) if is_a(owner, type) else type_name(owner)
    if is_a(owner, types.FunctionType):
        name = f"{owner.__name__}()"
    return step.removeprefix(name).strip()


def _members(value: Any) -> Iterator[Step]:
    if is_a(value, dict):
        for key, held in dict.items(value):
            if describe_key(key).startswith("<"):
                yield say().explanation.key, key
            yield f"[{describe_key(key)}]", held
        return
    for base in _SEQUENCES:
        if is_a(value, base):
            yield from ((f"[{index}]", held) for index, held in enumerate(base.__iter__(value)))
    for base in _SETS:
        if is_a(value, base):
            yield from (("{…}", held) for held in base.__iter__(value))
    yield from _named_members(value)


def _named_members(value: Any) -> Iterator[Step]:
    seen = {id(type(value)), id(instance_dict(value))}
    spaces = [module_dict(value)] if is_a(value, types.ModuleType) else [instance_dict(value) or {}]
    if is_a(value, type):
        spaces = [dict(class_dict(value))]
    for space in spaces:
        for name, held in list(space.items()):
            if type(name) is str and not (name.startswith("__") and issubclass(type(value), types.ModuleType | type)):
                seen.add(id(held))
                yield f".{name}", held
    if issubclass(type(value), types.ModuleType | type) or any(is_a(value, base) for base in (*_SEQUENCES, *_SETS)):
        return
    for name, held in slots(value):
        if id(held) not in seen:
            seen.add(id(held))
            yield f".{name}", held
    if type(value) is types.FunctionType:
        yield from ((root.name.removeprefix(".<locals>").strip(), root.value) for root in function_roots("", value))
        return
    places: Places = {}
    for held in gc.get_referents(value):
        if id(held) not in seen:
            yield place_in(value, held, places), held
