"""What lines, types and paths cannot show, said rather than left out."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from leaklab.wire.command import Program
from leaklab.wire.describe import describe_slope, plural

_NAMED_FILES = 3
# So much of the growth may go unexplained without a word: tables grow in steps, and no two stretches are the same.
_SMALL_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Accounts:
    """
    Bytes per unit, over `units` units: `told` that the lines account for, `grown` by the meter without tracing, `slope`
    as the check has it, `tables` what they may take on average beside the steps that were seen, and what went into
    `files`, by their names. None or 0 where nobody looked. `traces` if the program itself does.
    """

    units: int
    told: float
    grown: float | None
    slope: float
    tables: float
    files: Mapping[str, float]
    traces: bool = False

    @property
    def filed(self) -> float:
        return sum(self.files.values())

    @property
    def untraced(self) -> float:
        """What Python was not asked for."""
        return 0.0 if self.grown is None else self.grown - self.told - self.tables - self.filed

    @property
    def replaces(self) -> bool:
        """Whether a good part of what the lines show takes the place of something older."""
        return 0 < self.slope < (self.told + self.filed) * (1 - _SMALL_SHARE)


def notes_on(accounts: Accounts, program: Program, *, has_types: bool, has_holders: bool) -> tuple[str, ...]:
    """Sentences on what grew out of sight, and on what was not found."""
    notes = [*_on_files(accounts, program), *_on_memory(accounts, program)]
    if not (notes or has_types or has_holders):
        notes.extend(_on_nothing(accounts, program))
    if has_types and not has_holders:
        notes.append(
            "No name, frame or container that Python can look into holds what survived: an extension holds it, or a "
            "count of references that was never brought down."
        )
    return tuple(notes)


def _on_files(accounts: Accounts, program: Program) -> list[str]:
    if accounts.filed < program.contract.sensitivity:
        return []
    names = sorted(accounts.files, key=lambda path: -accounts.files[path])
    rest = f" and {len(names) - _NAMED_FILES:,} more" if len(names) > _NAMED_FILES else ""
    told = ", ".join(os.path.basename(name) for name in names[:_NAMED_FILES])
    return [f"About {describe_slope(accounts.filed)} per {program.unit} go into files: {told}{rest}."]


def _on_memory(accounts: Accounts, program: Program) -> list[str]:
    unit, least = program.unit, program.contract.sensitivity
    if accounts.untraced > max(least, _SMALL_SHARE * accounts.told):
        return [
            f"About {describe_slope(accounts.untraced)} per {unit} grow out of tracemalloc's sight: "
            "they are memory of a C extension that does not ask Python for it."
        ]
    found = accounts.told + accounts.filed
    if not found or not accounts.slope:
        return []
    if accounts.replaces:
        return [
            f"The lines add up to {describe_slope(found)} per {unit}, more than it grows: a part of that takes the "
            "place of something older."
        ]
    missing = accounts.slope - found
    if missing > max(least, _SMALL_SHARE * accounts.slope):
        part = f"The lines add up to {describe_slope(found)} of the {describe_slope(accounts.slope)} per {unit}:"
        if accounts.traces:
            return [f"{part} what tracemalloc makes for a snapshot or keeps for itself, it does not trace."]
        return [
            f"{part} the rest did not come in the {accounts.units:,} {plural(unit)} that were traced, as a table that "
            "grows in steps."
        ]
    return []


def _on_nothing(accounts: Accounts, program: Program) -> list[str]:
    unit = program.unit
    if not accounts.told:
        return [f"Nothing gathered in the last {accounts.units:,} {plural(unit)}: it grows more seldom than that."]
    return [
        "No object that the collector tracks holds these bytes: they are text or bytes, or belong to an object that "
        "does not say what it holds. The lines say where it was allocated."
    ]
