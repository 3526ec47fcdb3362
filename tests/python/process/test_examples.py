"""Every example in a public docstring does what it says."""

import os
import subprocess
import sys
from doctest import DocTestParser, Example
from pathlib import Path

import pytest
from programs import carried_out, printed, program

from leaklab import live
from leaklab.diagnosis import Culprit
from leaklab.wire.signals import Diagnosed

HISTORY = """\
HISTORY = []

class Exchange:
    def __init__(self, number):
        self.number = number

def keep(number):
    HISTORY.append(Exchange(number))
"""
RUN_DOCTESTS = """
import doctest, importlib, sys

found = doctest.testmod(importlib.import_module(sys.argv[1]))
sys.exit(found.failed or not found.attempted)
"""


def examples_of(documented: object) -> list[Example]:
    found = DocTestParser().get_examples(documented.__doc__ or "")
    assert found
    return found


def source_of(documented: object) -> str:
    return "".join(example.source for example in examples_of(documented))


@pytest.mark.parametrize("module", ["leaklab.diagnosis", "leaklab.host", "leaklab.lesson", "leaklab.testing"])
def test_the_examples_of_a_module_run_in_a_process_of_its_own(module: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", RUN_DOCTESTS, module],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3] / "src")},
    )
    assert told.returncode == 0, told.stdout + told.stderr


def test_the_examples_of_live_and_of_a_culprit_make_a_complete_diagnosis() -> None:
    asked = program(
        "import history\n\ndef handle(i):\n    history.keep(i)\n",
        history=HISTORY,
        diagnose=source_of(live.load) + source_of(live.culprit),
        diagnosis="from leaklab.diagnosis import Culprit\n\n" + source_of(Culprit),
    )
    signals = carried_out("diagnose", asked)
    assert isinstance(signals[-1], Diagnosed), signals[-1]
    assert signals[-1].diagnosis.complete, signals[-1]
    assert printed(signals) == "".join(example.want for example in examples_of(live.load))
