"""An object in a line of text: its type and what it is, read where it lies, or told by its own `repr` when asked."""

import sys
import types
from collections.abc import Iterator
from typing import Any

from leaklab.program.failure import message_of
from leaklab.program.place import Place, short_name
from leaklab.program.unasked import (
    instance_dict,
    is_a,
    length_of,
    module_dict,
    module_of_type,
    name_of_type,
    slots,
    type_name,
)
from leaklab.words import say
from leaklab.world.built_ins import PROGRAMS_BUILT_INS

_LONGEST = 80
_LONGEST_REPR = 2_000
_LONGEST_NOTE = 400
_MOST_FIELDS = 4
_LONGEST_FIELD = 30
_MOST_BITS = 256
# Whose `repr` is Python's own, and short.
_SHORT = frozenset(map(id, (float, complex, bool, type(None), range, type(Ellipsis), type(NotImplemented))))
_SUSPENDED = frozenset(map(id, (types.CoroutineType, types.GeneratorType, types.AsyncGeneratorType)))


def full_type_name(value: object) -> str:
    """`ledger.Loan`; without its module where that is Python itself."""
    return full_name(type(value))


def full_name(kind: type) -> str:
    module, name = module_of_type(kind), name_of_type(kind)
    return cut(name if module in ("", "builtins") or module.startswith("leaklab") else f"{module}.{name}")


def brief(value: Any, place: Place) -> str:
    """What there is to say of it without asking it, at most 80 characters; empty where its type says all."""
    return cut(_told(value, place))


def own_repr(value: object) -> tuple[str, list[str]]:
    """Its `repr`, at most 2,000 characters of it, and sentences on what came of asking for that."""
    fields, modules = _fields(value), set(sys.modules)
    notes, says = [], say().console
    try:
        with PROGRAMS_BUILT_INS:
            text = repr(value)
    except MemoryError:
        raise
    except BaseException as error:
        text = ""
        notes.append(says.repr_raises(type_name(error), cut(message_of(error), 200)))
    changed = [name for name, held in _fields(value).items() if fields.get(name) != held]
    if changed:
        notes.append(says.repr_changed_it([f".{name}" for name in changed[:_MOST_FIELDS]]))
    loaded = sorted(name for name in set(sys.modules) - modules if type(name) is str)
    if loaded:
        notes.append(says.repr_imported(loaded[:_MOST_FIELDS]))
    if len(text) > _LONGEST_REPR:
        notes.append(says.repr_is_long(len(text), _LONGEST_REPR))
    return text[:_LONGEST_REPR], [cut(note, _LONGEST_NOTE) for note in notes]


def _fields(value: object) -> dict[str, int]:
    """Ids of what it holds under names."""
    return {name: id(held) for name, held in _members(value) if type(name) is str}


def _members(value: object) -> Iterator[tuple[str, object]]:
    yield from list((instance_dict(value) or {}).items())
    yield from slots(value)


def _told(value: Any, place: Place) -> str:
    kind, says = type(value), say().console
    if kind is str or kind is bytes:
        text = repr(value[:_LONGEST])
        return text if len(value) <= _LONGEST else f"{text[: _LONGEST - 16]}… {says.long(len(value))}"
    if kind is int:
        return repr(value) if value.bit_length() <= _MOST_BITS else says.bits(value.bit_length())
    if id(kind) in _SHORT:
        return repr(value)
    if kind is bytearray or kind is tuple or kind is frozenset:
        return says.counted(len(value), "byte" if kind is bytearray else "entry")
    length = length_of(value)
    if length is not None:
        return says.counted(length, "entry")
    if is_a(value, types.ModuleType):
        name = module_dict(value).get("__name__")
        return name if type(name) is str else ""
    if is_a(value, type):
        return full_name(value)
    if kind is types.FunctionType:
        return _placed(value.__qualname__, value.__code__, value.__code__.co_firstlineno, place)
    if kind is types.MethodType:
        return f"{type_name(value.__self__)}.{_told(value.__func__, place)}"
    if kind is types.FrameType:
        return _placed(f"{value.f_code.co_name}()", value.f_code, value.f_lineno, place)
    if kind is types.CodeType:
        return _placed(value.co_qualname, value, value.co_firstlineno, place)
    if kind is types.BuiltinFunctionType or id(kind) in _SUSPENDED:
        return str(value.__qualname__)
    return ", ".join(f"{name}={_field(held)}" for name, held in _first_fields(value))


def _first_fields(value: object) -> Iterator[tuple[str, object]]:
    shown = 0
    for name, held in _members(value):
        if type(name) is str and not name.startswith("__"):
            yield name, held
            shown += 1
            if shown == _MOST_FIELDS:
                return


def _field(value: Any) -> str:
    kind = type(value)
    if kind is str or kind is bytes:
        return cut(repr(value[:_LONGEST_FIELD]), _LONGEST_FIELD)
    if (kind is int and value.bit_length() <= _MOST_BITS) or id(kind) in _SHORT:
        return repr(value)
    length = len(value) if kind is tuple else length_of(value)
    return type_name(value) if length is None else say().console.of_length(type_name(value), length)


def _placed(name: str, code: types.CodeType, line: int, place: Place) -> str:
    return f"{name}, {short_name(code.co_filename, place)}:{line}"


def cut(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
