"""What an object holds, and by what name: the steps of a retainer path, in the words of the source."""

import _thread
import asyncio
import types
from collections import deque
from collections.abc import Iterable, Iterator
from contextvars import Context
from functools import lru_cache
from gc import get_referents
from typing import Any

from leaklab.explain.roots import function_roots, is_of_the_judge
from leaklab.program.unasked import (
    class_dict,
    frame_locals,
    instance_dict,
    is_a,
    module_dict,
    mro_of,
    name_of_type,
    slots,
    type_name,
)
from leaklab.words import say

# Hold nothing that a learner would look for, or lead to modules and code. By id: a type may have a hash of its own.
_LEAVES = frozenset(
    map(
        id,
        (
            str,
            bytes,
            int,
            float,
            complex,
            bool,
            type(None),
            range,
            slice,
            types.CodeType,
            types.ModuleType,
            types.FrameType,
            types.BuiltinFunctionType,
            types.GetSetDescriptorType,
            types.MemberDescriptorType,
            types.WrapperDescriptorType,
            types.MethodDescriptorType,
            types.ClassMethodDescriptorType,
            types.MethodWrapperType,
        ),
    )
)
_LONGEST_KEY = 40
# Keys that are shown as they are: no other type's `repr` is called.
_PLAIN_KEYS = frozenset(map(id, (str, int, float, bytes, bool, type(None))))
_SUSPENDED = {
    id(types.CoroutineType): "cr_frame",
    id(types.GeneratorType): "gi_frame",
    id(types.AsyncGeneratorType): "ag_frame",
}
# Attributes that types written in C read by a function: of these types alone, as those of others may run anything.
_HIDDEN = (
    (BaseException, ("__traceback__", "__context__", "__cause__", "args")),
    (types.CellType, ("cell_contents",)),
    (asyncio.Future, ("_coro", "_result", "_exception", "_fut_waiter", "_context")),
)

# The type of what `functools.lru_cache` returns has no public name.
_LRU_CACHE = type(lru_cache(repr))


Places = dict[int, dict[int, Any]]


def is_full(owner: Any) -> bool:
    """Whether it says how much it holds at most, and holds that: whatever comes takes the place of something older."""
    kind = type(owner)
    if kind is _LRU_CACHE:
        counts = _LRU_CACHE.cache_info(owner)
        return counts.maxsize is not None and counts.currsize >= counts.maxsize
    if issubclass(kind, deque):
        most = deque.maxlen.__get__(owner)
        return most is not None and deque.__len__(owner) >= most
    return False


def is_leaf(value: object) -> bool:
    return id(type(value)) in _LEAVES


def held_by(owner: Any) -> Iterable[object]:
    """What `owner` holds, where that is not simply what the collector says. Frames are no steps."""
    kind = type(owner)
    if kind is types.FunctionType:
        return [*(root.value for root in function_roots("", owner)), *owner.__dict__.values()]
    if kind is types.TracebackType:
        return [value for _, _, value in _traceback_locals(owner)]
    if kind is Context:
        return [value for _, value in owner.items()]
    if kind is _thread._local:
        return [_thread._local.__getattribute__(owner, "__dict__")]
    if issubclass(kind, types.ModuleType):
        # Up to 3.13 that of asyncio names freed objects too, and referring to one of them frees it twice.
        return [module_dict(owner)]
    if issubclass(kind, type):
        return list(class_dict(owner).values())
    return get_referents(owner)


def describe_edge(owner: Any, value: object, places: Places, *, is_root: bool) -> str:
    """
    The step from `owner` to `value`: `Exchange.environ`, `dict['wsgi.input']`, `[4213]` right behind a root. `places`
    remembers where things lie in the containers that were asked about.
    """
    kind = type(owner)
    name = "" if is_root else type_name(owner)
    if issubclass(kind, dict):
        if id(owner) not in places:
            places[id(owner)] = {id(item): key for key, item in dict.items(owner)}
        keys = places[id(owner)]
        return name + (f"[{describe_key(keys[id(value)])}]" if id(value) in keys else f" {say().explanation.key}")
    for base in (list, tuple, deque):
        if issubclass(kind, base):
            if id(owner) not in places:
                places[id(owner)] = {id(item): index for index, item in enumerate(base.__iter__(owner))}
            return name + f"[{places[id(owner)].get(id(value), '…')}]"
    if issubclass(kind, set | frozenset):
        return name + "{…}"
    if kind is Context:
        if id(owner) not in places:
            places[id(owner)] = {id(item): variable.name for variable, item in owner.items()}
        return name + f"[{describe_key(places[id(owner)].get(id(value), '…'))}]"
    if issubclass(kind, type):
        for key, member in class_dict(owner).items():
            if member is value:
                return f"{name_of_type(owner)}.{key}"
    if kind is _LRU_CACHE:
        return "cache"
    if kind is types.FunctionType:
        for root in function_roots(f"{owner.__name__}()", owner):
            if root.value is value:
                return root.name.replace(".<locals>", "")
    if kind is types.TracebackType:
        for function, local, held in _traceback_locals(owner):
            if held is value:
                return f"{function}() {local}"
    return _attribute_place(owner, value)


def describe_key(key: object) -> str:
    """A dict key as the source would write it; a type name where that would be long or run foreign code."""
    if id(type(key)) in _PLAIN_KEYS:
        text = repr(key)
        return text if len(text) <= _LONGEST_KEY else text[: _LONGEST_KEY - 2] + "…" + text[-1]
    if type(key) is tuple:
        text = "(" + ", ".join(describe_key(part) for part in key[:4]) + ("…" if len(key) > 4 else "") + ")"
        return text if len(text) <= 2 * _LONGEST_KEY else "(…)"
    return f"<{type_name(key)}>"


def _attribute_place(owner: Any, value: object) -> str:
    name = type_name(owner)
    for key, item in (instance_dict(owner) or {}).items():
        if item is value:
            return f"{name}.{key}"
    for key, item in slots(owner):
        if item is value:
            return f"{name}.{key}"
    suspended = _SUSPENDED.get(id(type(owner)))
    if suspended is not None:
        frame = getattr(owner, suspended)
        local = next((local for local, held in frame_locals(frame) if held is value), None) if frame else None
        return f"{owner.__name__}() {local}" if local is not None else f"{owner.__name__}()"
    for base, keys in _HIDDEN:
        for key in keys if is_a(owner, base) else ():
            for each in mro_of(base):
                member = class_dict(each).get(key)
                if type(member) is types.GetSetDescriptorType and _read(member, owner) is value:
                    return f"{name}.{key}"
    return name


def _read(member: types.GetSetDescriptorType, owner: object) -> object:
    try:
        return member.__get__(owner)
    except (AttributeError, ValueError):
        return None


def _traceback_locals(trace: types.TracebackType | None) -> Iterator[tuple[str, str, object]]:
    while trace is not None:
        frame = trace.tb_frame
        if not is_of_the_judge(frame):
            for local, value in frame_locals(frame):
                yield frame.f_code.co_name, local, value
        trace = trace.tb_next
