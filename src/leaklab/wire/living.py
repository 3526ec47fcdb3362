"""What is asked of a program that lives on after its run, and what comes back, as `living.ts` has it."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """`source` as it was typed; it may be the beginning of a statement only."""

    kind: Literal["console"] = "console"
    run_id: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Complete:
    """What may follow `source`, which ends where the caret is?"""

    kind: Literal["complete"] = "complete"
    run_id: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AtValue:
    """The value that the console showed last."""

    kind: Literal["value"] = "value"


@dataclass(frozen=True, slots=True, kw_only=True)
class AtName:
    """A name as the source has it, `ledger.LEDGER.returned[0]`; or a type, for its instances."""

    kind: Literal["name"] = "name"
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHandle:
    """Something that the look before this one named."""

    kind: Literal["handle"] = "handle"
    handle: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AtNothing:
    """Let go of what was looked at."""

    kind: Literal["nothing"] = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspect:
    """`deep`: say also how much it takes with all that it refers to."""

    kind: Literal["inspect"] = "inspect"
    run_id: int
    at: AtValue | AtName | AtHandle | AtNothing
    deep: bool = False


Step = Statement | Complete | Inspect


@dataclass(frozen=True, slots=True)
class Thing:
    """
    One object. `handle` addresses it until the next statement; `text` says what it is without asking it; `size` in
    bytes, by itself.
    """

    handle: int
    type: str
    text: str
    size: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """`how` is the place that one holds the other by: `.environ`, `['k']`, `[3]`; empty where Python cannot say."""

    how: str
    thing: Thing


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What came of a statement. `incomplete`: it goes on in a further line. `traceback`: as Python shows it, of one that
    raised. `value`: what its last expression came to, if there is more to see of it than was printed.
    """

    state: Literal["done", "incomplete", "raised"]
    traceback: str = ""
    value: Thing | None = None


@dataclass(frozen=True, slots=True)
class Completions:
    """`options` are whole words, each of which begins with the `prefix` that is there."""

    prefix: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectLook:
    """
    `repr` is cut. `notes`: sentences on what its repr did, and on what could not be told. `deep_size` is None where
    nobody asked, or none could be told. Of neighbours some are here, and their number in all.
    """

    kind: Literal["object"] = "object"
    thing: Thing
    repr: str
    notes: tuple[str, ...]
    deep_size: int | None
    referrers: tuple[Neighbour, ...]
    referrer_count: int
    referents: tuple[Neighbour, ...]
    referent_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeLook:
    """Some instances of a type, the newest first, and their number in all."""

    kind: Literal["type"] = "type"
    type: str
    instances: tuple[Thing, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoLook:
    """`reason` is a sentence; empty where nothing was to be seen."""

    kind: Literal["none"] = "none"
    reason: str


Look = ObjectLook | TypeLook | NoLook
