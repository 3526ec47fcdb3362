"""
What `sandbox.json` has to be, field by field, and its translations: as the course's own schema and the page for own
programs have it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

# Where in the file, and what it has to be: "contract.cap", "must be at least 3,200."
Complaint = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """`look` at a value and where it stands; `expected` names the form for who has to add it."""

    expected: str
    look: Callable[[object, str], Iterator[Complaint]]


_KEBAB = r"[a-z0-9]+(-[a-z0-9]+)*"
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def complaints(value: object, form: Form) -> list[Complaint]:
    """All that is wrong with it; none where it is as documented."""
    return list(form.look(value, ""))


def text(most: int = 4000, pattern: str = "", otherwise: str = "") -> Form:
    def look(value: object, at: str) -> Iterator[Complaint]:
        if not isinstance(value, str):
            yield at, "must be text."
        elif pattern and not re.fullmatch(pattern, value):
            yield at, otherwise
        elif not value.strip():
            yield at, "must not be empty."
        elif len(value) > most:
            yield at, f"must not be longer than {most} characters."
        elif _UNSEEN.search(value):
            yield at, "must have no character that is not seen."

    return Form("text", look)


def whole(least: int, most: int) -> Form:
    def look(value: object, at: str) -> Iterator[Complaint]:
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield at, "must be a number."
        elif isinstance(value, float) and not value.is_integer():
            yield at, "must be a whole number."
        elif value < least:
            yield at, f"must be at least {least}." if least != 1 else "must be more than 0."
        elif value > most:
            yield at, f"must be at most {most:,}."

    return Form("a number", look)


def above_zero(most: float) -> Form:
    def look(value: object, at: str) -> Iterator[Complaint]:
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield at, "must be a number."
        elif not value > 0:
            yield at, "must be more than 0."
        elif value > most:
            yield at, f"must be at most {most:,.0f}."

    return Form("a number", look)


def one_of(*names: str) -> Form:
    def look(value: object, at: str) -> Iterator[Complaint]:
        if value not in names:
            yield at, f"must be one of {', '.join(names)}."

    return Form("one of " + ", ".join(names), look)


def each(inner: Form, least: int = 0, most: int = 100) -> Form:
    def look(value: object, at: str) -> Iterator[Complaint]:
        if not isinstance(value, list):
            yield at, "must be a list."
            return
        if len(value) < least:
            yield at, f"needs at least {least} entries."
        if len(value) > most:
            yield at, f"must have at most {most} entries."
        for index, item in enumerate(value):
            yield from inner.look(item, f"{at}[{index}]")

    return Form("a list", look)


def fields(forms: Mapping[str, Form], optional: frozenset[str] = frozenset()) -> Form:
    def look(value: object, at: str) -> Iterator[Complaint]:
        if not isinstance(value, dict):
            yield at, "must be an object with named fields."
            return
        inside = f"{at}." if at else ""
        for name, inner in forms.items():
            if name in value:
                yield from inner.look(value[name], inside + name)
            elif name not in optional:
                yield inside + name, f"is missing; add it ({inner.expected})."
        for name in value:
            if name not in forms:
                yield inside + name, "is not a known field; correct its spelling or take it out."

    return Form("an object with named fields", look)


def named(inner: Form) -> Form:
    """Any number of fields, each by a name of its own."""

    def look(value: object, at: str) -> Iterator[Complaint]:
        if not isinstance(value, dict):
            yield at, "must be an object with named fields."
            return
        for name, item in value.items():
            yield from inner.look(item, f"{at}.{name}")

    return Form("an object with named fields", look)


@dataclass(frozen=True, slots=True)
class Limits:
    """What the page takes at most: units, bytes, bytes per unit, units, units per second."""

    least_cap: int = 3_200
    units: int = 1_000_000
    budget: int = 2**30
    sensitivity: float = 1e9
    warm_up: int = 100_000
    rate: float = 1e6


LIMITS = Limits()
_UNITS = whole(1, LIMITS.units)
_ID = text(pattern=_KEBAB, otherwise="must be kebab-case: lower-case letters, digits and hyphens.")
_FILE = text(pattern=r"[a-z_][a-z0-9_]*\.py", otherwise="must be the name of a Python file, such as app.py.")
_CONTRACT = fields(
    {
        "cap": whole(LIMITS.least_cap, LIMITS.units),
        "budgetBytes": whole(1, LIMITS.budget),
        "sensitivity": above_zero(LIMITS.sensitivity),
        "warmUp": whole(0, LIMITS.warm_up),
        "ratePerSecond": above_zero(LIMITS.rate),
        "behaviour": each(text(400), 1, 20),
    }
)
_TURNABLE = fields(
    {
        "name": text(pattern="[a-z]+", otherwise="must be one word in small letters, such as clients."),
        "label": text(),
        **{name: whole(-(2**53), 2**53) for name in ("default", "least", "most")},
    }
)
_PATTERN = fields(
    {
        "place": one_of("caches", "registries", "callbacks", "threads", "asyncio", "outside"),
        "look": text(),
        "answer": text(),
        "case": fields(
            {
                "title": text(),
                "url": text(pattern=r"https://\S+", otherwise="must be an address that begins with https."),
            }
        ),
    }
)
_WRONG = ("growing", "over-budget", "costly", "inconclusive", "broken", "crashed")
SANDBOX = fields(
    {
        "title": text(80),
        "summary": text(400),
        "verdict": one_of("growing", "bounded", "over-budget"),
        "pattern": _PATTERN,
        "packages": each(text(60), most=12),
        "preload": each(text()),
        "unit": text(24, "[a-z]+", "must be one word in small letters, such as request."),
        "editable": each(_FILE, 1),
        "contract": _CONTRACT,
        "observeUnits": _UNITS,
        "load": each(_TURNABLE),
        "fixes": each(fields({"id": _ID, **{name: text() for name in ("title", "kind", "why")}})),
        "decoys": each(fields({"id": _ID, "title": text(), "verdict": one_of(*_WRONG), "why": text()})),
    },
    optional=frozenset({"verdict", "pattern", "load"}),
)
# What lies beside it in `sandbox.de.json`: its texts alone.
TEXTS = fields(
    {
        "title": text(80),
        "summary": text(400),
        "behaviour": each(text(400), most=20),
        "load": named(text()),
        "pattern": fields({name: text() for name in ("look", "answer", "case")}),
        "fixes": named(fields({name: text() for name in ("title", "kind", "why")})),
        "decoys": named(fields({name: text() for name in ("title", "why")})),
    },
    optional=frozenset({"load", "pattern", "fixes", "decoys"}),
)
