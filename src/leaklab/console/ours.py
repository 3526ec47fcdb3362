"""What the judge itself has in the process: a look at the program shows none of it."""

import types
from collections.abc import Iterable
from gc import get_referents

from leaklab.explain.roots import is_of_the_judge
from leaklab.program.unasked import class_dict, is_a, loaded_modules, module_dict, module_of_type

_CONTAINERS = frozenset(map(id, (dict, list, tuple, set, frozenset, types.CellType, types.MethodType)))
_WRAPPERS = frozenset(map(id, (property, staticmethod, classmethod, types.CodeType, types.GetSetDescriptorType)))


def ours(never: Iterable[object]) -> set[int]:
    """
    Ids of all that the judge's modules lead to through objects of their own. `never` are the program's, though one of
    ours holds them.
    """
    others = set(map(id, never))
    modules = [module for name, module in loaded_modules() if _says_ours(name)]
    found = set(map(id, modules))
    rest: list[object] = list(map(module_dict, modules))
    while rest:
        value = rest.pop()
        if id(value) in found or id(value) in others or not _may_be_ours(value):
            continue
        found.add(id(value))
        rest.extend(get_referents(value))
    return found


def is_ours(value: object) -> bool:
    """Whether it is of a type of the judge, or a function or type that the judge defines, wherever it hangs."""
    kind = type(value)
    if is_a(value, types.FrameType):
        return is_of_the_judge(value)
    if is_a(value, types.FunctionType):
        return _says_ours(value.__module__)
    if is_a(value, type):
        return _says_ours(class_dict(value).get("__module__"))
    return _says_ours(module_of_type(kind))


def _may_be_ours(value: object) -> bool:
    kind = id(type(value))
    return kind in _CONTAINERS or kind in _WRAPPERS or is_ours(value)


def _says_ours(module: object) -> bool:
    return type(module) is str and module.partition(".")[0] == "leaklab"
