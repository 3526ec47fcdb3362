"""
Looks at objects of the program without asking them: no attribute, comparison, hash or text of theirs is used, for any
of these may be code of theirs, which may load, raise or never end.
"""

import sys
from collections import deque
from collections.abc import Iterator, Mapping
from types import FrameType, GetSetDescriptorType, MemberDescriptorType, MethodDescriptorType, ModuleType
from typing import Any, TypeGuard, TypeVar

T = TypeVar("T")

_name_of_type = type.__dict__["__name__"].__get__
_module_of_type = type.__dict__["__module__"].__get__
_mro_of_type = type.__dict__["__mro__"].__get__
_dict_of_type = type.__dict__["__dict__"].__get__
_flags_of_type = type.__dict__["__flags__"].__get__
_dict_of_module = vars(ModuleType)["__dict__"].__get__

# Of types that the collector knows, and what it puts in front of each object (`PyGC_Head`).
_HAS_COLLECTOR_HEAD = 1 << 14
_COLLECTOR_HEAD_BYTES = 2 * (sys.maxsize.bit_length() + 1) // 8


def _frame() -> FrameType:
    return sys._getframe()


# A dict up to 3.12, and a view from then on. Code that `exec` runs may have any mapping in its place.
_LOCALS = frozenset(map(id, (dict, type(_frame().f_locals))))


def is_a(value: object, kind: type[T]) -> TypeGuard[T]:
    """As `isinstance`, which would ask `value` for its `__class__`; `kind` is a type of Python's own."""
    return issubclass(type(value), kind)


def type_name(value: object) -> str:
    """The name of its type, whatever a metaclass says."""
    return name_of_type(type(value))


def name_of_type(kind: type) -> str:
    return str(_name_of_type(kind))


def module_of_type(kind: type) -> str:
    """Where a type was defined; empty where it does not say so in plain text."""
    try:
        module = _module_of_type(kind)
    except AttributeError:
        return ""
    return module if type(module) is str else ""


def mro_of(kind: type) -> tuple[type, ...]:
    found: tuple[type, ...] = _mro_of_type(kind)
    return found


def class_dict(kind: type) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _dict_of_type(kind)
    return found


def module_dict(module: ModuleType) -> dict[str, Any]:
    found: dict[str, Any] = _dict_of_module(module)
    return found


def instance_dict(owner: object) -> dict[str, object] | None:
    """The instance's own `__dict__`, past any attribute of that name which its class defines."""
    if is_a(owner, ModuleType):
        return module_dict(owner)
    if is_a(owner, type):
        return None
    for base in mro_of(type(owner)):
        member = class_dict(base).get("__dict__")
        if type(member) is GetSetDescriptorType:
            try:
                found = member.__get__(owner)
            except (AttributeError, TypeError):
                return None
            return found if type(found) is dict else None
    return None


def slots(owner: object) -> Iterator[tuple[str, object]]:
    """What lies in the instance itself: `__slots__`, and members of types written in C."""
    for base in mro_of(type(owner)):
        for name, member in class_dict(base).items():
            if type(member) is MemberDescriptorType:
                try:
                    yield name, member.__get__(owner)
                except (AttributeError, TypeError):
                    continue


def loaded_modules() -> list[tuple[str, ModuleType]]:
    """Of `sys.modules`, in which a program may put anything under any name."""
    return [
        (name, module)
        for name, module in list(dict.items(sys.modules))
        if type(name) is str and is_a(module, ModuleType)
    ]


def file_of(module: ModuleType) -> str:
    """Its `__file__`, read where it lies; empty without one."""
    path = module_dict(module).get("__file__")
    return path if type(path) is str else ""


def frame_locals(frame: FrameType) -> list[tuple[str, object]]:
    """Names and values; none where they lie in a mapping of the program's own."""
    found = frame.f_locals
    return list(found.items()) if id(type(found)) in _LOCALS else []


def length_of(container: Any) -> int | None:
    """Of a dict, list, set or deque, as it is; None for anything else."""
    kind = type(container)
    if kind is dict or kind is list:
        return len(container)
    for base in (dict, list, set, deque):
        if issubclass(kind, base):
            return int(base.__len__(container))
    return None


def size_of(value: object) -> int:
    """Bytes, as `sys.getsizeof` counts them, by the nearest `__sizeof__` that is written in C."""
    kind = type(value)
    for base in mro_of(kind):
        measure = class_dict(base).get("__sizeof__")
        if type(measure) is MethodDescriptorType:
            try:
                size = measure.__get__(value)()
            except (TypeError, ValueError):
                continue
            return int(size) + (_COLLECTOR_HEAD_BYTES if _flags_of_type(kind) & _HAS_COLLECTOR_HEAD else 0)
    return 0
