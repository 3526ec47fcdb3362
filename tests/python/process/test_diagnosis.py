"""A learner's diagnosis, carried out in the living program."""

import pytest
from programs import DIAGNOSIS, KEEPS_ITEMS, carried_out, diagnosis_of, printed, program

from leaklab.wire.report import Crashed, Diagnosis
from leaklab.wire.signals import Diagnosed, Judged


def crash_of(diagnose: str) -> Crashed:
    last = carried_out("diagnose", program(KEEPS_ITEMS, diagnose=diagnose, diagnosis=DIAGNOSIS))[-1]
    assert isinstance(last, Judged)
    assert isinstance(last.verdict, Crashed)
    return last.verdict


def test_diagnostics_run_in_the_living_process_with_tools_that_work_as_ever() -> None:
    diagnose = """
import gc
import tracemalloc

import app
from leaklab.live import culprit, load

assert len(app.KEPT) == 300
tracemalloc.start(5)
before = tracemalloc.take_snapshot()
load(100)
difference = tracemalloc.take_snapshot().compare_to(before, "lineno")
count = sum(1 for item in gc.get_objects() if type(item) is app.Item)
print(count, tracemalloc.is_tracing())
culprit(where="app.py:1", what=app.Item)
culprit(where=next(one for one in difference if one.traceback[0].filename.endswith("app.py")))
culprit(held_by=next(one for one in gc.get_referrers(app.KEPT[-1]) if type(one) is list))
"""
    signals = carried_out("diagnose", program(KEEPS_ITEMS, diagnose=diagnose, diagnosis=DIAGNOSIS))
    assert printed(signals) == "400 True\n"
    assert isinstance(signals[-1], Diagnosed)
    assert signals[-1].diagnosis.complete, signals[-1]


def test_a_diagnosis_that_says_nothing_is_told_so() -> None:
    assert not diagnosis_of(program(KEEPS_ITEMS, diagnosis=DIAGNOSIS)).complete


def test_where_no_culprit_is_declared_a_diagnosis_runs_and_nothing_is_graded() -> None:
    diagnose = (
        "import app\nfrom leaklab.live import culprit, load\nload(20)\nprint(len(app.KEPT))\nculprit(what='Item')\n"
    )
    signals = carried_out("diagnose", program(KEEPS_ITEMS, diagnose=diagnose))
    assert printed(signals) == "320\n"
    assert signals[-1] == Diagnosed(run_id=7, diagnosis=Diagnosis(complete=False, findings=()))


def test_an_exception_in_the_diagnosis_is_a_crash_of_the_diagnosis() -> None:
    verdict = crash_of("import app\napp.NOPE\n")
    assert verdict.phase == "diagnosis"
    assert verdict.error.frames[-1].file == "diagnose.py"


def test_a_syntax_error_in_the_diagnosis_is_told_with_its_line() -> None:
    verdict = crash_of("x = (\n")
    assert verdict.sentence == "Crashed in the diagnosis: SyntaxError in diagnose.py, line 1: '(' was never closed"


@pytest.mark.parametrize("units", ["-1", "True", "'many'"])
def test_load_takes_a_number_of_units(units: str) -> None:
    verdict = crash_of(f"from leaklab.live import load\nload({units})\n")
    assert verdict.error.message == "load() takes a number of units, such as load(200)."


def test_an_exit_without_an_error_ends_the_diagnosis_and_keeps_what_was_found() -> None:
    diagnose = "from leaklab.live import culprit\nculprit(what='Item')\nraise SystemExit\n"
    diagnosis = diagnosis_of(program(KEEPS_ITEMS, diagnose=diagnose, diagnosis=DIAGNOSIS))
    assert [one.right for one in diagnosis.findings] == [False, True, False]
