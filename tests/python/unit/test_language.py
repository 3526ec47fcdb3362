"""The language service natively: what an editor asks about half-written code, and what it is told."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from language.host import Host

LEDGER = '''"""Which book is with whom."""


class Ledger:
    """Keeps [every](https://example.org) loan."""

    def __init__(self) -> None:
        self.returned: list[str] = []

    def enter(self, reader: str, *, title: str = "") -> int:
        return len(self.returned)


LEDGER = Ledger()
'''


class Desk:
    """A program of `ledger.py` and `desk.py`; `desk.py` is what is being typed, with the caret where `|` stands."""

    def __init__(self, folder: Path, looking: list[str] | None = None) -> None:
        self.host = Host(folder, [path for path in sys.path if path], looking or [])
        self.files = {"ledger.py": LEDGER}

    def ask(self, kind: str, typed: str, file: str = "desk.py", **more: object) -> Any:
        before = typed.partition("|")[0].split("\n")
        files = {**self.files, file: typed.replace("|", "")}
        place = {"file": file, "line": len(before), "column": len(before[-1])}
        return self._asked({"id": 7, "kind": kind, "files": files, **place, **more})

    def names(self, typed: str, file: str = "desk.py") -> list[str]:
        return [one["name"] for one in self.ask("complete", typed, file)["completions"]]

    def describe(self, name: str) -> Any:
        return self._asked({"id": 7, "kind": "describe", "name": name})

    def _asked(self, question: dict[str, object]) -> Any:
        answer = json.loads(self.host.answer(json.dumps(question)))
        assert answer.pop("id") == 7
        return answer


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_members_of_another_file_are_there(desk: Desk) -> None:
    assert desk.names("from ledger import LEDGER\nLEDGER.|")[:2] == ["enter", "returned"]


def test_another_file_is_seen_as_it_is_now(desk: Desk) -> None:
    assert desk.names("import ledger\nledger.LEDGER.str|") == []
    desk.files["ledger.py"] = LEDGER.replace("def enter", "def strike")
    assert desk.names("import ledger\nledger.LEDGER.str|") == ["strike"]


def test_a_file_that_went_away_is_gone(desk: Desk) -> None:
    assert "LEDGER" in desk.names("import ledger\nledger.|")
    desk.files = {}
    assert desk.names("import ledger\nledger.|") == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("import gc\ngc.get_obj|", "get_objects"),
        ("import tracemalloc\ntracemalloc.take|", "take_snapshot"),
        ("import objgraph\nobjgraph.show_b|", "show_backrefs"),
        ("from pympler import muppy\nmuppy.get_o|", "get_objects"),
        ("def f(:\n    import gc\n    gc.coll|", "collect"),
    ],
)
def test_the_tools_of_the_field_are_known(desk: Desk, typed: str, name: str) -> None:
    assert desk.names(typed) == [name]


def test_only_a_diagnosis_finds_what_helps_to_look_at_a_program(tmp_path: Path) -> None:
    looking = tmp_path / "tools"
    looking.mkdir()
    (looking / "magnifier.py").write_text("def enlarge() -> None: ...\n")
    desk = Desk(tmp_path / "home", [str(looking)])
    assert desk.names("import magnif|") == []
    assert desk.names("import magnif|", file="diagnose.py") == ["magnifier"]
    assert desk.names("import magnifier\nmagnifier.en|", file="diagnose.py") == ["enlarge"]
    assert desk.names("import magnifier\nmagnifier.en|") == []


def test_a_completion_is_described_when_it_is_asked_for(desk: Desk) -> None:
    desk.names("from ledger import LEDGER\nLEDGER.|")
    assert desk.describe("enter") == {
        "kind": "hovers",
        "hovers": [{"heading": 'def enter(reader: str, *, title: str="") -> int', "text": ""}],
    }
    assert desk.describe("nobody") == {"kind": "nothing"}


def test_a_docstring_comes_as_it_stands(desk: Desk) -> None:
    [hover] = desk.ask("hover", "from ledger import Led|ger")["hovers"]
    assert hover == {"heading": "class Ledger()", "text": "Keeps [every](https://example.org) loan."}


def test_a_name_is_told_with_its_type_and_a_keyword_not_at_all(desk: Desk) -> None:
    assert desk.ask("hover", "from ledger import LEDGER\nLED|GER")["hovers"][0]["heading"] == "LEDGER: Ledger"
    assert desk.ask("hover", "wh|ile True: pass")["hovers"] == []


def test_a_call_shows_which_parameter_is_next(desk: Desk) -> None:
    [signature] = desk.ask("signatures", "from ledger import LEDGER\nLEDGER.enter('Ada', |")["signatures"]
    assert signature["label"] == 'enter(reader: str, *, title: str="") -> int'
    assert signature["parameters"] == ["reader: str", 'title: str=""']
    assert desk.ask("signatures", "print|")["signatures"] == []


@pytest.mark.parametrize(
    "question",
    [
        {"kind": "complete"},
        {"kind": "paint"},
        {"kind": "complete", "file": "other.py"},
        {"kind": "complete", "line": 99},
    ],
)
def test_what_cannot_be_answered_has_an_answer(desk: Desk, question: dict[str, object]) -> None:
    whole = {"file": "desk.py", "files": {"desk.py": "import gc\n"}, "line": 1, "column": 0}
    broken = question if len(question) == 1 else whole | question
    assert json.loads(desk.host.answer(json.dumps({"id": 3, **broken}))) == {"id": 3, "kind": "nothing"}


def test_nothing_is_laid_outside_of_the_folder(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home" / "learner")
    desk.files |= {"../escaped.py": "", "/tmp/escaped.py": "", "package/inner.py": "INNER = 1\n"}
    assert desk.names("from package.inner import IN|") == ["INNER"]
    assert sorted(path.name for path in tmp_path.rglob("*.py")) == ["desk.py", "inner.py", "ledger.py"]


def test_code_is_read_and_never_run(desk: Desk, tmp_path: Path) -> None:
    desk.files["loud.py"] = f"open({str(tmp_path / 'ran')!r}, 'w').close()\nNAME = 1\n"
    assert desk.names("import loud\nloud.NA|") == ["NAME"]
    assert not (tmp_path / "ran").exists()
