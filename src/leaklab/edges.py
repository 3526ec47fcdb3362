"""What an object holds, and by what name: the steps of a retainer path, in the words of the source."""

import types
from collections import deque
from collections.abc import Iterator
from gc import get_referents
from typing import Any

from leaklab.roots import function_roots

# Hold nothing that a learner would look for, or lead to modules and code.
_LEAVES = frozenset(
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


def is_leaf(value: object) -> bool:
    return type(value) in _LEAVES


def held_by(owner: Any, module_dicts: set[int]) -> Iterator[object]:
    """What `owner` holds directly. Frames, modules and types of instances are no steps of a path."""
    kind = type(owner)
    if kind in _LEAVES:
        return
    if issubclass(kind, type):
        yield from list(type.__dict__["__dict__"].__get__(owner).values())
        return
    if kind is types.FunctionType:
        yield from (root.value for root in function_roots("", owner))
        yield from list(owner.__dict__.values())
        return
    if kind is types.TracebackType:
        yield from (value for _, _, value in _traceback_locals(owner))
        return
    attributes = _attributes(owner)
    for value in get_referents(owner):
        if value is not kind and value is not attributes and id(value) not in module_dicts:
            yield value
    if attributes is not None:
        yield from list(attributes.values())


def describe_edge(owner: Any, value: object, *, is_root: bool) -> str:
    """The step from `owner` to `value`: `Exchange.environ`, `dict['wsgi.input']`, `[4213]` right behind a root."""
    kind = type(owner)
    name = "" if is_root else kind.__name__
    if issubclass(kind, dict):
        return name + _dict_place(owner, value)
    if issubclass(kind, list | tuple):
        return name + f"[{_index(owner, value)}]"
    if issubclass(kind, deque):
        return name + f"[{_index(owner, value)}]"
    if issubclass(kind, set | frozenset):
        return name + "{…}"
    if issubclass(kind, type):
        for key, member in type.__dict__["__dict__"].__get__(owner).items():
            if member is value:
                return f"{owner.__name__}.{key}"
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


def _index(owner: Any, value: object) -> int | str:
    return next((index for index, item in enumerate(owner) if item is value), "…")


def _dict_place(owner: dict[Any, Any], value: object) -> str:
    for key, item in dict.items(owner):
        if item is value:
            return f"[{describe_key(key)}]"
    return " key"


def _attribute_place(owner: Any, value: object) -> str:
    kind = type(owner)
    for key, item in (_attributes(owner) or {}).items():
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


def _attributes(owner: object) -> dict[str, object] | None:
    """The instance's own `__dict__`, read past any `__getattr__`."""
    try:
        found = object.__getattribute__(owner, "__dict__")
    except (AttributeError, TypeError):
        return None
    return found if type(found) is dict else None
