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


CLAIM = """
from leaklab.diagnosis import Claim, Curve

claim = Claim(
    curves=[
        Curve("the line", [(0, 0), (100, 5_000), (200, 10_000)], grows=True, near="Each unit leaves 50 bytes."),
        Curve("the plateau", [(0, 0), (100, 9_000), (200, 9_000)], grows=False, near="It does not rise any more."),
    ],
    at_most=(5_000, 20_000),
)
"""
RISES_LATE = "def grows(readings):\n    return readings[-1][1] > readings[1][1]\n"


def claimed(code: str, diagnosis: str = CLAIM) -> Diagnosis:
    diagnose = f"from leaklab.live import claim\n{code}"
    return diagnosis_of(program(KEEPS_ITEMS, diagnose=diagnose, diagnosis=diagnosis))


def test_a_claim_that_holds_is_told_part_by_part() -> None:
    diagnosis = claimed(f"{RISES_LATE}claim(grows=grows)\nclaim(at_most=10_000)\n")
    assert diagnosis.complete
    assert [(one.part, one.given) for one in diagnosis.findings] == [("grows", "grows"), ("at_most", "10 kB")]
    assert diagnosis.findings[0].feedback == "Yes: right about all 2 curves."


def test_a_rule_is_told_the_first_curve_that_it_is_wrong_about() -> None:
    found = claimed("claim(grows=lambda readings: readings[-1][1] > 1_000_000)").findings[0]
    assert (found.right, found.feedback) == (
        False,
        "Right about 1 of 2 curves. It says that the line does not grow, and it does. Each unit leaves 50 bytes.",
    )
    found = claimed("claim(grows=lambda readings: readings[-1][1] > 0)").findings[0]
    assert found.feedback.startswith("Right about 1 of 2 curves. It says that the plateau grows, and it does not.")


@pytest.mark.parametrize(
    ("rule", "feedback"),
    [
        ("None", "Not said yet. Hand over your function: claim(grows=...)."),
        ("True", "That is not a function. Hand it over without calling it: claim(grows=grows)."),
        ("lambda readings: readings[9]", "It failed on the line. IndexError: list index out of range"),
        ("lambda: True", "It failed on the line. TypeError: <lambda>() takes 0 positional arguments but 1 was given"),
        ("exit", "It failed on the line. SystemExit: [(0, 0), (100, 5000), (200, 10000)]"),
        ("next", "It failed on the line. TypeError: 'list' object is not an iterator"),
        ("lambda readings: next(iter(()))", "It failed on the line. StopIteration"),
        ("print", "It must return True or False, and of the line it returned None."),
        ("len", "It must return True or False, and of the line it returned something of type int."),
    ],
)
def test_what_is_no_rule_is_told_so(rule: str, feedback: str) -> None:
    found = claimed(f"claim(grows={rule})").findings[0]
    assert (found.right, found.feedback) == (False, feedback)


@pytest.mark.parametrize(
    ("most", "given", "feedback"),
    [
        ("None", None, "Not said yet. How many bytes stay at most? claim(at_most=...)."),
        ("'20 kB'", "a str", "That is not a number of bytes. Give one such as 64_000."),
        ("True", "a bool", "That is not a number of bytes. Give one such as 64_000."),
        ("4_999", "5 kB", "It gets higher than that. Count what it has not yet, and leave room for the rest."),
        ("float('nan')", "a float", "That is not a number of bytes. Give one such as 64_000."),
        ("10**400", "1000000 GB", "It stays far below that, as would many a leak for a while. Be sharper."),
    ],
)
def test_the_most_that_is_kept_is_claimed_sharply(most: str, given: str | None, feedback: str) -> None:
    found = claimed(f"claim(at_most={most})").findings[1]
    assert (found.given, found.right, found.feedback) == (given, False, feedback)


def test_a_rule_gets_readings_of_its_own_each_time() -> None:
    code = f"{RISES_LATE}def spoiling(readings):\n    said = grows(readings)\n    readings.clear()\n    return said\n"
    assert claimed(f"{code}claim(grows=spoiling)\nclaim(grows=spoiling, at_most=9_000)\n").complete


def test_a_culprit_and_a_claim_may_both_be_asked_for() -> None:
    diagnosis = claimed(
        "claim(at_most=9_000)\n", DIAGNOSIS + "from leaklab.diagnosis import Claim\nclaim = Claim(at_most=(1, 9_000))\n"
    )
    assert [(one.part, one.right) for one in diagnosis.findings] == [
        ("where", False),
        ("what", False),
        ("held_by", False),
        ("at_most", True),
    ]
