"""Every message that a sandbox has for an answer that is close, reached in its real, loaded program."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from programs import KEEPS_ITEMS, carried_out, printed, program

from leaklab.native.sandbox_folder import program_of
from leaklab.wire.command import Program

ROOT = Path(__file__).parents[3]
FOLDERS = sorted(path.parent for path in (ROOT / "sandboxes").glob("*/diagnosis.py"))
SCRIPT = (Path(__file__).parent / "near_misses.py").read_text(encoding="utf-8")


def complaints_on(name: str, asked: Program) -> list[str]:
    signals = carried_out("diagnose", replace(asked, project={**asked.project, "diagnose.py": SCRIPT}))
    told = printed(signals)
    assert told, signals[-1]
    found: list[str] = json.loads(told.splitlines()[-1])
    return [f"sandboxes/{name}/diagnosis.py: {complaint}" for complaint in found]


MADE_UP = """
from leaklab.diagnosis import Culprit

culprit = Culprit(
    where=[("app.py", "KEPT.append(Item())")],
    what=["Item"],
    held_by=["app.KEPT", "app.ALSO"],
    near={
        "where": {"app.py": "Which line?", "app.py:KEPT.append(Item())": "Nearly.", "gone.py": "Who calls it?"},
        "what": {"Item": "One of these.", "Itme": "One of those.", "dict": "A part of it."},
        "held_by": {"app.OTHER": "The other one.", "app": "The module.", "list": "A list.", "KEPT": "Say more."},
        "who": {"me": "You?"},
    },
)
"""


def test_a_message_that_nobody_can_get_is_told_by_part_and_key() -> None:
    made_up = program(f"{KEEPS_ITEMS}\nALSO = KEPT\n", diagnosis=MADE_UP)
    assert complaints_on("made-up", made_up) == [
        "sandboxes/made-up/diagnosis.py: who: there is no such part; there are where, what, held_by.",
        "sandboxes/made-up/diagnosis.py: where, 'app.py:KEPT.append(Item())': this message cannot be reached. "
        "Instead comes: Yes: app.py:7 is where it is allocated.",
        "sandboxes/made-up/diagnosis.py: where, 'gone.py': nothing in the loaded program has that name.",
        "sandboxes/made-up/diagnosis.py: what, 'Item': this message cannot be reached. "
        "Instead comes: Yes: `Item` objects pile up.",
        "sandboxes/made-up/diagnosis.py: what, 'Itme': nothing in the loaded program has that name.",
        "sandboxes/made-up/diagnosis.py: held_by, 'app.OTHER': nothing in the loaded program has that name.",
        "sandboxes/made-up/diagnosis.py: held_by, 'KEPT': nothing in the loaded program has that name.",
    ]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_near_miss_gets_its_message(folder: Path) -> None:
    assert complaints_on(folder.name, program_of(folder)) == []
