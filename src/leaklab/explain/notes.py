"""What lines, types and paths cannot show, said rather than left out."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from leaklab.wire.command import Program
from leaklab.words import say

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
        notes.append(say().explanation.nothing_holds_survivors)
    return tuple(notes)


def _on_files(accounts: Accounts, program: Program) -> list[str]:
    if accounts.filed < program.contract.sensitivity:
        return []
    names = [os.path.basename(path) for path in sorted(accounts.files, key=lambda path: -accounts.files[path])]
    more = max(0, len(names) - _NAMED_FILES)
    return [say().explanation.in_files(program.unit, accounts.filed, names[:_NAMED_FILES], more)]


def _on_memory(accounts: Accounts, program: Program) -> list[str]:
    says, unit, least = say().explanation, program.unit, program.contract.sensitivity
    if accounts.untraced > max(least, _SMALL_SHARE * accounts.told):
        return [says.out_of_sight(unit, accounts.untraced)]
    found = accounts.told + accounts.filed
    if not found or not accounts.slope:
        return []
    if accounts.replaces:
        return [says.replaces(unit, found)]
    missing = accounts.slope - found
    if missing > max(least, _SMALL_SHARE * accounts.slope):
        if accounts.traces:
            return [says.rest_is_tracing(unit, found, accounts.slope)]
        return [says.rest_comes_in_steps(unit, found, accounts.slope, accounts.units)]
    return []


def _on_nothing(accounts: Accounts, program: Program) -> list[str]:
    says = say().explanation
    return [says.nothing_tracked if accounts.told else says.nothing_gathered(program.unit, accounts.units)]
