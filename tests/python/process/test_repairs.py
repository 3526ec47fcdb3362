"""Any right repair passes, in whatever style; every wrong one fails, and is told the promise that it breaks."""

from dataclasses import replace
from pathlib import Path

import pytest
from programs import as_kind
from repairs import RIGHT, WRONG
from repairs.repair import Repair

from leaklab.native.judging import check
from leaklab.native.sandbox_folder import program_of
from leaklab.verdict.verdicts import SEEDS_OF_ASYNC
from leaklab.wire.command import Program
from leaklab.wire.report import Bounded, Verdict

SANDBOXES = Path(__file__).parents[3] / "sandboxes"


def repaired(repair: Repair) -> Program:
    folder = SANDBOXES / repair.sandbox
    program = program_of(folder, folder / repair.base if repair.base else None)
    project = dict(program.project)
    for file, text, instead in repair.edits:
        assert text in project[file], f"{file} has no {text!r} to change."
        project[file] = project[file].replace(text, instead)
    return replace(program, project=project)


def judged(repair: Repair) -> Verdict:
    """One interleaving is enough for what the check demands."""
    return check(repaired(repair), 1, agreed=SEEDS_OF_ASYNC - 1)


@pytest.mark.parametrize("repair", RIGHT.values(), ids=RIGHT)
def test_a_right_repair_passes_with_room_in_its_budget(repair: Repair) -> None:
    as_kind(Bounded, judged(repair))


@pytest.mark.parametrize("repair", WRONG.values(), ids=WRONG)
def test_a_wrong_repair_is_told_what_is_wrong_with_it(repair: Repair) -> None:
    verdict = judged(repair)
    assert (verdict.kind, repair.says in verdict.sentence) == (repair.kind, True), verdict.sentence
