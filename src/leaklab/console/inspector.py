"""Looks at one object, or at the instances of a type, and names what is around it by handles."""

import gc
import importlib
from typing import Any

from leaklab.console.neighbours import Step, newest_first, referents, referrers
from leaklab.console.ours import is_ours, ours
from leaklab.console.process import Process
from leaklab.console.resolve import Unresolved, resolve
from leaklab.console.text import brief, cut, full_name, full_type_name, own_repr
from leaklab.program.failure import message_of
from leaklab.program.unasked import is_a, length_of, name_of_type, size_of, type_name
from leaklab.wire.living import (
    AtHandle,
    AtName,
    AtNothing,
    AtValue,
    Inspect,
    Look,
    Neighbour,
    NoLook,
    ObjectLook,
    Thing,
    TypeLook,
)
from leaklab.words import say

_MOST = 50
# What JSON can carry exactly.
_LARGEST = 2**53 - 1


def inspect(process: Process, asked: Inspect) -> Look:
    """What is to be seen there. What the look before this one has named is let go of."""
    try:
        match asked.at:
            case AtNothing():
                process.let_go()
                return NoLook(reason="")
            case AtValue():
                return _anew(process, process.shown, deep=asked.deep)
            case AtName(name=name):
                return _at_name(process, name, deep=asked.deep)
            case AtHandle(handle=handle):
                if handle not in process.handles:
                    return NoLook(reason=say().console.no_longer_at_hand)
                return _onward(process, handle, deep=asked.deep)
    except Unresolved as unresolved:
        return NoLook(reason=str(unresolved))


def thing_of(process: Process, value: object) -> Thing:
    """A row for it, and a handle until it is let go of."""
    handle = next((known for known, held in process.handles.items() if held is value), process.next_handle)
    if handle == process.next_handle:
        process.next_handle += 1
        process.handles[handle] = value
    return Thing(handle=handle, type=full_type_name(value), text=brief(value, process.place), size=size_of(value))


def _at_name(process: Process, name: str, *, deep: bool) -> Look:
    try:
        value = resolve(name, process.names)
    except Unresolved:
        kinds = _types_named(name.strip())
        if not kinds:
            raise
        return _instances(process, kinds)
    return _instances(process, [value]) if is_a(value, type) else _anew(process, value, deep=deep)


def _types_named(name: str) -> list[type]:
    """All that have this name, as a traceback or as a table of types tells it."""
    found: dict[int, type] = {}
    for value in gc.get_objects():
        kind = type(value)
        if id(kind) not in found and name in (name_of_type(kind), full_name(kind)):
            found[id(kind)] = kind
    return list(found.values())


def _instances(process: Process, kinds: list[type]) -> Look:
    process.let_go()
    wanted = {id(kind) for kind in kinds}
    names = cut(", ".join(sorted(map(full_name, kinds))))
    hidden = ours([process.names]) | {id(process.names), id(kinds)}
    found = [
        value
        for value in gc.get_objects()
        if id(type(value)) in wanted and id(value) not in hidden and not is_ours(value)
    ]
    if not found:
        return NoLook(reason=say().console.no_instances(names))
    count = len(found)
    newest = newest_first(found, hidden)[:_MOST]
    return TypeLook(type=names, instances=tuple(thing_of(process, value) for value in newest), count=count)


def _anew(process: Process, value: object, *, deep: bool) -> Look:
    process.let_go()
    return _onward(process, thing_of(process, value).handle, deep=deep)


def _onward(process: Process, handle: int, *, deep: bool) -> ObjectLook:
    """The way that led here stays at hand, so that one can go back; all else that was named is let go of."""
    value = process.handles[handle]
    trail = process.trail
    trail[:] = [*trail[: trail.index(handle)], handle] if handle in trail else [*trail, handle]
    kept = {key: process.handles[key] for key in trail}
    process.handles.clear()
    process.handles.update(kept)
    del kept
    thing = thing_of(process, value)
    text, notes = ("", []) if length_of(value) is not None else own_repr(value)
    held, held_count = referents(value, _MOST)
    holders = referrers(value, process.names, ours([process.names, process.handles]) | {id(process.handles)})
    deep_size = None
    if deep:
        deep_size = _deep_size(value, notes)
    return ObjectLook(
        thing=thing,
        repr=text,
        notes=tuple(notes),
        deep_size=deep_size,
        referrers=_rows(process, holders),
        referrer_count=len(holders),
        referents=_rows(process, held),
        referent_count=held_count,
    )


def _rows(process: Process, steps: list[Step]) -> tuple[Neighbour, ...]:
    return tuple(Neighbour(how=cut(how), thing=thing_of(process, value)) for how, value in steps[:_MOST])


def _deep_size(value: object, notes: list[str]) -> int | None:
    try:
        measure: Any = importlib.import_module("pympler.asizeof").asizeof
    except ImportError:
        notes.append(say().console.size_needs_pympler)
        return None
    try:
        return max(0, min(int(measure(value)), _LARGEST))
    except MemoryError:
        raise
    except Exception as error:
        notes.append(say().console.size_failed(type_name(error), message_of(error)[:200]))
        return None
