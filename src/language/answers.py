"""Answers to one question each, as plain values. Lines count from 1, columns from 0, as jedi does."""

from typing import TypedDict

from jedi import Script
from jedi.api.classes import Completion as JediCompletion
from jedi.api.classes import Name

_MOST_NAMES = 2_000
_MOST_HOVERS = 3
_MOST_CHARACTERS = 4_000


class Completion(TypedDict):
    """`type` is jedi's word: `function`, `class`, `module`, `instance` ..."""

    name: str
    type: str


class Description(TypedDict):
    """`heading` is Python: a signature, or a name with its type. `text` is the docstring as it stands."""

    heading: str
    text: str


class Signature(TypedDict):
    """`active` counts `parameters` from 0; null: none that the call could fill next."""

    label: str
    parameters: list[str]
    active: int | None
    text: str


def completions(script: Script, line: int, column: int) -> list[JediCompletion]:
    """What could stand there, in jedi's order; `told` and `description` say more of each."""
    return list(script.complete(line, column)[:_MOST_NAMES])


def told(completion: JediCompletion) -> Completion:
    return {"name": completion.name, "type": completion.type}


def hovers(script: Script, line: int, column: int) -> list[Description]:
    """What the name there is. Keywords are left out: everybody knows `for`, and its help is a chapter."""
    names = [name for name in script.help(line, column) if name.type != "keyword"]
    return [description(name) for name in names[:_MOST_HOVERS]]


def description(name: Name) -> Description:
    return {"heading": _heading(name), "text": _cut(name.docstring(raw=True))}


def signatures(script: Script, line: int, column: int) -> list[Signature]:
    """The calls that the place is inside the brackets of."""
    return [
        {
            "label": signature.to_string(),
            "parameters": [parameter.to_string() for parameter in signature.params],
            "active": signature.index,
            "text": _cut(signature.docstring(raw=True)),
        }
        for signature in script.get_signatures(line, column)
    ]


def _heading(name: Name) -> str:
    if name.type == "module":
        return f"module {name.full_name or name.name}"
    if name.type in ("function", "class"):
        shown = [signature.to_string() for signature in name.get_signatures()]
        prefix = "class " if name.type == "class" else "def "
        return "\n".join(prefix + one for one in shown or [name.name])
    hint = name.get_type_hint()
    return f"{name.name}: {hint}" if hint else name.name


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else text[:_MOST_CHARACTERS].rstrip() + " ..."
