"""How a learner's diagnosis is compared: every answer that is right, and every message for one that is not yet."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from leaklab.diagnose.grading import compare
from leaklab.diagnosis import Culprit
from leaklab.program.place import Place
from leaklab.wire.report import Finding

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
    ("where", "line"),
    [
        ("history.py:10", 10),
        ("history.py:11", 11),
        ("./history.py:12", 12),
        ('File "history.py", line 10', 10),
        (("history.py", 10), 10),
    ],
)
def test_any_line_of_the_statement_is_right(place: Place, where: object, line: int) -> None:
    found = finding(place, where=where)
    assert found.right
    assert found.feedback == f"Yes: history.py:{line} is where it is allocated."


def test_a_line_in_a_case_is_not_the_whole_match(place: Place) -> None:
    (Path(place.learner) / "routes.py").write_text(
        "match path:\n    case 'a':\n        keep(\n            path\n        )\n    case _:\n        drop(path)\n"
    )
    culprit = Culprit(where=[("routes.py", "keep(")])
    right = [line for line in range(1, 8) if compare({"where": f"routes.py:{line}"}, culprit, place).findings[0].right]
    assert right == [3, 4, 5]


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
            {"held_by": "x" * 100},
            f"`{'x' * 59}…` is not what keeps them alive. Take one of them and ask gc.get_referrers() who refers "
            "to it.",
        ),
        (
            {"held_by": dict},
            "`dict` is not what keeps them alive. Take one of them and ask gc.get_referrers() who refers to it.",
        ),
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
    found = [
        finding(place, what=answer)
        for answer in ("Exchange", "history.Exchange", history.Exchange, history.Exchange(1))
    ]
    assert {(one.right, one.feedback) for one in found} == {(True, "Yes: `Exchange` objects pile up.")}


def test_holders_are_taken_by_name_and_as_themselves(place: Place, history: Any) -> None:
    found = [finding(place, held_by=answer) for answer in ("HISTORY", "history.HISTORY", history.HISTORY)]
    assert {(one.right, one.feedback) for one in found} == {(True, "Yes: `history.HISTORY` holds every one of them.")}


def test_a_module_given_as_itself_is_near(place: Place, history: Any) -> None:
    assert finding(place, held_by=history).feedback == "The module holds everything. Which name in it?"


def test_what_was_not_said_is_asked_for(place: Place) -> None:
    diagnosis = compare({}, CULPRIT, place)
    assert not diagnosis.complete
    assert [one.given for one in diagnosis.findings] == [None, None, None]
    assert [one.feedback for one in diagnosis.findings] == [
        'Not said yet. Name the line that allocates it: culprit(where="app.py:41").',
        "Not said yet. Name the type that piles up: culprit(what=...).",
        'Not said yet. Name what holds it: culprit(held_by="module.NAME").',
    ]


def test_a_line_that_stores_is_right_and_told_from_one_that_allocates(place: Place) -> None:
    stores = Culprit(where=[("history.py", "self.number = i")], stored=[("history.py", "HISTORY.append(")])
    (found,) = compare({"where": "history.py:10"}, stores, place).findings
    assert (found.right, found.feedback) == (True, "Yes: history.py:10 is where it is stored.")


def test_a_part_without_a_right_answer_is_not_asked_for(place: Place, history: Any) -> None:
    diagnosis = compare({"what": "Exchange", "where": "app.py:1"}, Culprit(what=["Exchange"]), place)
    assert diagnosis.complete
    assert [one.part for one in diagnosis.findings] == ["what"]


def test_all_three_parts_complete_a_diagnosis(place: Place, history: Any) -> None:
    found = {"where": "history.py:10", "what": "Exchange", "held_by": history.HISTORY}
    assert compare(found, CULPRIT, place).complete
