"""How a learner's diagnosis is compared: every answer that is right, and every message for one that is not yet."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from programs import perform, printed, program

from leaklab.compare import compare
from leaklab.diagnosis import Culprit
from leaklab.place import Place
from leaklab.report import Finding

HISTORY = """\
HISTORY = []


class Exchange:
    def __init__(self, i):
        self.number = i


def keep(i):
    HISTORY.append(
        Exchange(i)
    )
    return len(HISTORY)
"""

CULPRIT = Culprit(
    where=[("history.py", "HISTORY.append(")],
    what=["Exchange"],
    held_by=["history.HISTORY"],
    near={
        "where": {
            "app.py": "The request passes here.",
            "history.py:return len(HISTORY)": "This only counts.",
            "queue.py": "A queue of the library: who fills it?",
        },
        "what": {"dict": "Each Exchange has one."},
        "held_by": {"history": "The module holds everything. Which name in it?", "list": "A list, but which?"},
    },
)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    (tmp_path / "history.py").write_text(HISTORY)
    (tmp_path / "app.py").write_text("import history\n")
    (tmp_path / "diagnose.py").write_text("pass\n")
    return Place(str(tmp_path), str(tmp_path / "sandbox"))


@pytest.fixture
def history(place: Place, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    import importlib
    import sys

    monkeypatch.syspath_prepend(place.learner)
    yield importlib.import_module("history")
    del sys.modules["history"]


def finding(place: Place, **given: object) -> Finding:
    """The finding on the only part that was said."""
    (part,) = given
    return next(one for one in compare(dict(given), CULPRIT, place).findings if one.part == part)


@pytest.mark.parametrize(
    "where",
    [
        "history.py:10",
        "history.py:11",
        "./history.py:12",
        'File "history.py", line 10',
        ("history.py", 10),
    ],
)
def test_any_line_of_the_statement_is_right(place: Place, where: object) -> None:
    found = finding(place, where=where)
    assert found.right
    assert found.feedback.startswith("Yes: history.py:")


def test_what_tracemalloc_hands_out_is_a_line(place: Place, history: Any) -> None:
    tracemalloc.start(5)
    try:
        before = tracemalloc.take_snapshot()
        for number in range(50):
            history.keep(number)
        difference = tracemalloc.take_snapshot().compare_to(before, "traceback")
        own = [
            one for one in difference if "history.py" in one.traceback[-1].filename and one.traceback[-1].lineno == 10
        ]
        assert finding(place, where=own[0]).right
        assert finding(place, where=own[0].traceback).right
        assert finding(place, where=own[0].traceback[-1]).right
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("given", "feedback"),
    [
        ({"where": "somewhere"}, 'That is not a line. Give it as "app.py:41", or hand over what tracemalloc found.'),
        ({"where": 41}, 'That is not a line. Give it as "app.py:41", or hand over what tracemalloc found.'),
        ({"where": "app.py:1"}, "The request passes here."),
        ({"where": "history.py:13"}, "This only counts."),
        ({"where": "history.py:6"}, "The right file, but `self.number = i` is not the line that allocates what stays."),
        ({"where": "history.py:99"}, "history.py has only 13 lines."),
        ({"where": "queue.py:5"}, "A queue of the library: who fills it?"),
        (
            {"where": "json/decoder.py:5"},
            "decoder.py:5 is not in the program. Which line of the program led there? Trace with more frames.",
        ),
        ({"where": "diagnose.py:1"}, "That is the diagnosis itself. Filter its own file out."),
        ({"what": "dict"}, "Each Exchange has one."),
        ({"what": dict}, "Each Exchange has one."),
        ({"what": {"a": 1}}, "Each Exchange has one."),
        ({"what": "set"}, "`set` is not what piles up. Count objects by type, load(200), and count again."),
        ({"held_by": "history"}, "The module holds everything. Which name in it?"),
        (
            {"held_by": "app.CACHE"},
            "`app.CACHE` is not what keeps them alive. Take one of them and ask gc.get_referrers() who refers to it.",
        ),
        ({"held_by": [1]}, "A list, but which?"),
        (
            {"held_by": {1: 2}},
            "`a dict` is not what keeps them alive. Take one of them and ask gc.get_referrers() who refers to it.",
        ),
    ],
)
def test_an_answer_that_is_not_right_yet_gets_its_own_words(
    place: Place, history: Any, given: dict[str, object], feedback: str
) -> None:
    found = finding(place, **given)
    assert not found.right
    assert found.feedback == feedback


def test_a_line_in_another_file_is_let_go(place: Place) -> None:
    other = Culprit(where=[("history.py", "HISTORY.append(")], what=["Exchange"], held_by=["history.HISTORY"])
    (found, _, _) = compare({"where": "app.py:1"}, other, place).findings
    assert found.feedback == (
        "What `import history` allocates is let go again. Compare two snapshots with load between them."
    )


def test_types_are_taken_by_name_by_class_and_by_one_of_them(place: Place, history: Any) -> None:
    answers = ["Exchange", "history.Exchange", history.Exchange, history.Exchange(1)]
    assert all(finding(place, what=answer).right for answer in answers)


def test_holders_are_taken_by_name_and_as_themselves(place: Place, history: Any) -> None:
    answers = ["HISTORY", "history.HISTORY", history.HISTORY]
    assert all(finding(place, held_by=answer).right for answer in answers)


def test_a_module_given_as_itself_is_near(place: Place, history: Any) -> None:
    assert finding(place, held_by=history).feedback == "The module holds everything. Which name in it?"


def test_what_was_not_said_is_asked_for(place: Place) -> None:
    diagnosis = compare({}, CULPRIT, place)
    assert not diagnosis.complete
    assert [one.given for one in diagnosis.findings] == [None, None, None]
    assert [one.feedback.partition(".")[0] for one in diagnosis.findings] == ["Not said yet"] * 3


def test_all_three_parts_complete_a_diagnosis(place: Place, history: Any) -> None:
    found = {"where": "history.py:10", "what": "Exchange", "held_by": history.HISTORY}
    assert compare(found, CULPRIT, place).complete


APP = "KEPT = []\n\nclass Item:\n    pass\n\ndef handle(i):\n    KEPT.append(Item())\n"
AUTHOR = (
    "from leaklab.diagnosis import Culprit\n"
    "culprit = Culprit(where=[('app.py', 'KEPT.append(Item())')], what=['Item'], held_by=['app.KEPT'])\n"
)


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
    signals = perform("diagnose", program(APP, diagnose=diagnose, diagnosis=AUTHOR))
    assert printed(signals) == "400 True\n"
    assert signals[-1]["diagnosis"]["complete"], signals[-1]


def test_a_diagnosis_that_says_nothing_is_told_so() -> None:
    signals = perform("diagnose", program(APP, diagnosis=AUTHOR))
    assert signals[-1]["diagnosis"]["complete"] is False


def test_an_exception_in_the_diagnosis_is_a_crash_of_the_diagnosis() -> None:
    verdict = perform("diagnose", program(APP, diagnose="import app\napp.NOPE\n", diagnosis=AUTHOR))[-1]["verdict"]
    assert (verdict["kind"], verdict["phase"]) == ("crashed", "diagnosis")
    assert verdict["error"]["frames"][-1]["file"] == "diagnose.py"


def test_a_syntax_error_in_the_diagnosis_is_told_with_its_line() -> None:
    verdict = perform("diagnose", program(APP, diagnose="x = (\n", diagnosis=AUTHOR))[-1]["verdict"]
    assert verdict["sentence"] == "Crashed in the diagnosis: SyntaxError in diagnose.py, line 1: '(' was never closed"


@pytest.mark.parametrize("units", ["-1", "True", "'many'"])
def test_load_takes_a_number_of_units(units: str) -> None:
    diagnose = f"from leaklab.live import load\nload({units})\n"
    verdict = perform("diagnose", program(APP, diagnose=diagnose, diagnosis=AUTHOR))[-1]["verdict"]
    assert verdict["error"]["message"] == "load() takes a number of units, such as load(200)."


def test_an_exit_without_an_error_ends_the_diagnosis_and_keeps_what_was_found() -> None:
    diagnose = "from leaklab.live import culprit\nculprit(what='Item')\nraise SystemExit\n"
    last = perform("diagnose", program(APP, diagnose=diagnose, diagnosis=AUTHOR))[-1]
    assert [one["right"] for one in last["diagnosis"]["findings"]] == [False, True, False]
