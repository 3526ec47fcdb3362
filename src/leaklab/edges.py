"""What an object holds, and by what name: the steps of a retainer path, in the words of the source."""

import types
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from gc import get_referents
from typing import Any

from leaklab.roots import function_roots

# Hold nothing that a learner would look for, or lead to modules and code.
LEAVES = frozenset(
    {
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
    }
)
_LONGEST_KEY = 40


# The type of what `functools.lru_cache` returns has no public name.
_LRU_CACHE = type(lru_cache(repr))

Places = dict[int, dict[int, Any]]


def is_leaf(value: object) -> bool:
    return type(value) in LEAVES


def held_by(owner: Any) -> Iterable[object]:
    """What `owner` holds, where that is not simply what the collector says. Frames and modules are no steps."""
    kind = type(owner)
    if kind is types.FunctionType:
        return [*(root.value for root in function_roots("", owner)), *owner.__dict__.values()]
    if kind is types.TracebackType:
        return [value for _, _, value in _traceback_locals(owner)]
    if issubclass(kind, type):
        return list(_class_dict(owner).values())
    return get_referents(owner)


def describe_edge(owner: Any, value: object, places: Places, *, is_root: bool) -> str:
    """
    The step from `owner` to `value`: `Exchange.environ`, `dict['wsgi.input']`, `[4213]` right behind a root. `places`
    remembers where things lie in the containers that were asked about.
    """
    kind = type(owner)
    name = "" if is_root else kind.__name__
    if issubclass(kind, dict):
        if id(owner) not in places:
            places[id(owner)] = {id(item): key for key, item in dict.items(owner)}
        keys = places[id(owner)]
        return name + (f"[{describe_key(keys[id(value)])}]" if id(value) in keys else " key")
    if issubclass(kind, list | tuple | deque):
        if id(owner) not in places:
            places[id(owner)] = {id(item): index for index, item in enumerate(owner)}
        return name + f"[{places[id(owner)].get(id(value), '…')}]"
    if issubclass(kind, set | frozenset):
        return name + "{…}"
    if issubclass(kind, type):
        for key, member in _class_dict(owner).items():
            if member is value:
                return f"{owner.__name__}.{key}"
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
    if isinstance(key, str | int | float | bytes | bool | None):
        text = repr(key)
        return text if len(text) <= _LONGEST_KEY else text[: _LONGEST_KEY - 2] + "…" + text[-1]
    if type(key) is tuple:
        text = "(" + ", ".join(describe_key(part) for part in key[:4]) + ("…" if len(key) > 4 else "") + ")"
        return text if len(text) <= 2 * _LONGEST_KEY else "(…)"
    return f"<{type(key).__name__}>"


def instance_dict(owner: object) -> dict[str, object] | None:
    """The instance's own `__dict__`, read past any `__getattr__`."""
    try:
        found = object.__getattribute__(owner, "__dict__")
    except (AttributeError, TypeError):
        return None
    return found if type(found) is dict else None


def _class_dict(owner: type) -> Mapping[str, Any]:
    found: Mapping[str, Any] = type.__dict__["__dict__"].__get__(owner)
    return found


def _attribute_place(owner: Any, value: object) -> str:
    kind = type(owner)
    for key, item in (instance_dict(owner) or {}).items():
        if item is value:
            return f"{kind.__name__}.{key}"
    for base in kind.__mro__:
        for key, member in vars(base).items():
            if type(member) is types.MemberDescriptorType:
                try:
                    held = member.__get__(owner)
                except AttributeError:
                    continue
                if held is value:
                    return f"{kind.__name__}.{key}"
    if isinstance(owner, types.CoroutineType | types.GeneratorType | types.AsyncGeneratorType):
        return _suspended_place(owner, value)
    for key in _HIDDEN:
        if getattr(kind, key, None) is not None and getattr(owner, key, None) is value:
            return f"{kind.__name__}.{key}"
    return kind.__name__


# Attributes of types written in C: these only are read, for reading any other could run foreign code.
_HIDDEN = (
    "__traceback__",
    "__context__",
    "__cause__",
    "args",
    "__self__",
    "__func__",
    "__wrapped__",
    "func",
    "keywords",
    "cell_contents",
    "_coro",
    "_result",
    "_exception",
    "_fut_waiter",
    "_context",
    "__callback__",
)


def _suspended_place(owner: Any, value: object) -> str:
    frame = getattr(owner, "cr_frame", None) or getattr(owner, "gi_frame", None) or getattr(owner, "ag_frame", None)
    if frame is not None:
        for local, held in frame.f_locals.items():
            if held is value:
                return f"{owner.__name__}() {local}"
    return f"{owner.__name__}()"


def _traceback_locals(trace: types.TracebackType | None) -> Iterator[tuple[str, str, object]]:
    while trace is not None:
        frame = trace.tb_frame
        if not (frame.f_globals.get("__name__") or "").startswith("leaklab"):
            for local, value in list(frame.f_locals.items()):
                yield frame.f_code.co_name, local, value
        trace = trace.tb_next
