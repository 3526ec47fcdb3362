"""The languages of the judge: each has all that English has, says it otherwise, and writes numbers in its own way."""

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from leaklab.lesson import said
from leaklab.wire import describe
from leaklab.wire.command import Language
from leaklab.words import english, german, say, speak
from leaklab.words.quantities import Quantities

NOUNS = Path(__file__).parents[3] / "src" / "words" / "de" / "nouns.ts"
TOPICS = [
    pytest.param(kind, getattr(german, f"German{name}"), id=name)
    for name, kind in vars(english).items()
    if name.endswith("Words")
]
# What is a term of Python's in both languages.
SAME = {"error"}
# Only the marks between digits change there.
INHERITED = {"plural", "count", "counted", "bytes", "slope", "measured", "duration"}


@pytest.fixture
def in_german() -> Iterator[None]:
    speak("de")
    yield
    speak("en")


def members(kind: type) -> dict[str, object]:
    return {name: member for name, member in vars(kind).items() if not name.startswith("__")}


def named_in(member: object) -> set[str]:
    """The parameters that its text speaks of."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(member)))  # type: ignore[arg-type]
    parameters = set(inspect.signature(member).parameters) - {"self"}  # type: ignore[arg-type]
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in parameters}


def literals_in(member: object) -> list[str]:
    if isinstance(member, str):
        return [member]
    function = ast.parse(textwrap.dedent(inspect.getsource(member))).body[0]  # type: ignore[arg-type]
    assert isinstance(function, ast.FunctionDef)
    body = function.body[1:] if ast.get_docstring(function) else function.body
    texts = [node for line in body for node in ast.walk(line) if isinstance(node, ast.Constant)]
    return [text.value for text in texts if isinstance(text.value, str)]


@pytest.mark.parametrize(("kind", "other"), TOPICS)
def test_every_word_has_one_of_its_own_in_german(kind: type, other: type) -> None:
    here, there = members(kind), members(other)
    assert set(here) == set(there)
    assert [name for name in here if name not in SAME and literals_in(here[name]) == literals_in(there[name])] == []


@pytest.mark.parametrize(("kind", "other"), TOPICS)
def test_every_word_speaks_of_the_same_in_german(kind: type, other: type) -> None:
    here, there = members(kind), members(other)
    functions = [name for name, member in here.items() if inspect.isfunction(member)]
    assert [name for name in functions if named_in(here[name]) != named_in(there[name])] == []


def test_a_language_has_marks_and_nouns_of_its_own() -> None:
    assert set(members(Quantities)) - INHERITED <= set(members(german.GermanQuantities))


def test_code_in_a_sentence_stays_as_it_is() -> None:
    for kind in (parameter.values[0] for parameter in TOPICS):
        assert isinstance(kind, type)
        for name, member in members(kind).items():
            other = getattr(getattr(german, f"German{kind.__name__}"), name)
            code = [
                re.findall(r"\w+\((?:[\w=.\"':]+)?\)|`[^`{]+`", " ".join(literals_in(text))) for text in (member, other)
            ]
            assert sorted(code[0]) == sorted(code[1]), name


def test_the_judge_speaks_every_language_that_a_command_may_ask_for() -> None:
    for language in get_args(Language):
        speak(language)
        assert say().code == language
    speak("en")


def test_a_language_that_nobody_speaks_is_refused() -> None:
    with pytest.raises(ValueError, match=r'There is no language "fr"; there are en, de\.'):
        speak("fr")
    assert say().code == "en"


def test_a_lesson_is_said_in_the_language_that_is_spoken(in_german: None) -> None:
    assert said("The page must stay.", de="Die Seite muss bleiben.") == "Die Seite muss bleiben."
    assert said("The page must stay.") == "The page must stay."


def test_units_are_called_as_on_the_page() -> None:
    page = dict(re.findall(r"^  (\w+): (\[.+\]),$", NOUNS.read_text(encoding="utf-8"), re.M))
    assert {noun: str(list(words)) for noun, words in german.NOUNS.items()} == {
        noun: page.get(noun) for noun in german.NOUNS
    }


@pytest.mark.usefixtures("in_german")
class TestGerman:
    def test_numbers_have_their_marks(self) -> None:
        says = say()
        assert [says.count(12_800), says.counted(1, "request"), says.counted(12_800, "request")] == [
            "12.800",
            "1 Anfrage",
            "12.800 Anfragen",
        ]
        assert [says.bytes(1_234), says.bytes(48_000_000), says.bytes(-812)] == ["1,2 kB", "48 MB", "-812 B"]
        assert [says.slope(2_310), says.slope(3.14), says.slope(0.0123)] == ["2,3 kB", "3,1 B", "0,012 B"]
        assert says.measured(0.632, 0.0267) == "0,63 ± 0,03 B"
        assert says.duration(200_000_000) == "2.314 d 19 h"

    def test_nouns_take_the_form_that_a_sentence_asks_for(self) -> None:
        says = german.GermanQuantities()
        told = [says.among(count, noun) for count, noun in ((3_200, "run"), (2, "job"), (1, "run"), (2, "widget"))]
        assert told == ["3.200 Läufen", "2 Jobs", "1 Lauf", "2 widget"]
        assert [says.per("order"), says.per("widget")] == ["pro Bestellung", "pro widget"]

    def test_each_kind_of_verdict(self) -> None:
        verdict = say().verdict
        lifetime = verdict.lifetime("request", 20, 512 * 2**20, 65_040)
        slow = verdict.sawtooth(62_000, 9.1, "request")
        assert [
            describe.describe_bounded("request", 12_800, 0.05, 3_830_000).sentence,
            describe.describe_trickle("request", 0.632, 0.0267, 1.0).sentence,
            describe.describe_growing("request", 412, 3, lifetime).sentence,
            describe.describe_growing("task", 412, 3, "", outside=12, garbage=True).sentence,
            describe.describe_over_budget(48_000_000, 50_000_000, 2_000_000).sentence,
            describe.describe_over_budget(1_000_000, 50_000_000, 2_000_000, garbage=True).headline,
            describe.describe_costly("request", 1, 1).sentence,
            describe.describe_inconclusive(slow).sentence,
            describe.describe_broken("Die Seite muss bleiben.", "TypeError in app.py, Zeile 8: no slices").sentence,
            describe.describe_crashed("request", 40, "load", describe.describe_error("KeyError", "'x'")).sentence,
        ] == [
            "Beschränkt: kein Wachstum über 0,05 B pro Anfrage in 12.800 Anfragen, 3,8 MB behalten.",
            "So gut wie beschränkt: Es wächst um 0,63 ± 0,03 B pro Anfrage, weniger als die 1,0 B, die hier zählen.",
            "Wachsend: 412 B und 3,0 Objekte pro Anfrage. Bei 20 Anfragen pro Sekunde ist ein Container mit 512 MiB in "
            "18 h 4 min voll.",
            "Wachsend: 412 B Müll pro Aufgabe, davon 12 B außerhalb von malloc, und kein Garbage Collector holt ihn "
            "ab.",
            "Beschränkt, aber zu groß: 48 MB behalten, erlaubt sind 2 MB.",
            "Beschränkt, aber zu groß: 50 MB in der Spitze, erlaubt sind 2 MB; bis auf 1 MB ist alles Müll, der auf "
            "den Garbage Collector wartet.",
            "Teuer: 1 volle Sammlung in 1 Anfrage. Jede sieht sich jedes Objekt des Prozesses an.",
            "Nicht zu entscheiden: Ein Sägezahn von 62 kB verdeckt jedes Wachstum unter 9,1 B pro Anfrage.",
            "Zusage verletzt: TypeError in app.py, Zeile 8: no slices. Die Seite muss bleiben.",
            "Abgestürzt nach 40 Anfragen: KeyError: 'x'",
        ]

    @pytest.mark.parametrize(
        ("units", "phase", "moment"),
        [
            (0, "import", "beim Import des Programms"),
            (7, "diagnosis", "in der Diagnose"),
            (0, "load", "bei Anfrage 1"),
            (1_234, "load", "nach 1.234 Anfragen"),
        ],
    )
    def test_a_moment(self, units: int, phase: str, moment: str) -> None:
        assert say().verdict.moment("request", units, phase) == moment
