"""The judge in German: as a page asks for it, from the command to the last signal."""

import re

import pytest
from programs import DEQUE, DIAGNOSIS, KEEPS_ITEMS, LIST_OF_DICTS, carried_out, program

from leaklab.wire.command import Language
from leaklab.wire.report import Broken, Verdict
from leaklab.wire.signals import Diagnosed, Explained, Judged

SAYS_BOTH = """
from leaklab.lesson import said

def after():
    assert False, said("The page must stay.", de="Die Seite muss bleiben.")
"""


def told(app: str, *, language: Language = "de", **files: str) -> Verdict:
    last = carried_out("check", program(app, **files), language=language)[-1]
    assert isinstance(last, Judged), last
    return last.verdict


@pytest.mark.parametrize(("language", "said"), [("en", "The page must stay."), ("de", "Die Seite muss bleiben.")])
def test_a_check_speaks_the_language_of_the_page(language: Language, said: str) -> None:
    verdict = told(DEQUE, language=language, check=SAYS_BOTH)
    assert isinstance(verdict, Broken)
    assert verdict.expectation == said


def test_growth_is_told_with_how_long_it_lasts() -> None:
    verdict = told(LIST_OF_DICTS)
    assert verdict.sentence.startswith("Wachsend: ")
    assert " pro Anfrage. Bei 20 Anfragen pro Sekunde ist ein Container mit 512 MiB in " in verdict.sentence


def test_what_is_bounded_is_told_with_what_would_have_been_seen() -> None:
    sentence = told(DEQUE).sentence
    words = r"Beschränkt: kein Wachstum über 0,\d+ B pro Anfrage in 3\.200 Anfragen, \d,\d kB behalten\."
    assert re.fullmatch(words, sentence), sentence


def test_a_broken_promise_is_told_with_its_cause() -> None:
    app = "def handle(i):\n    pass\n\ndef page():\n    return [][0]\n"
    check = "import app\n\ndef after():\n    app.page()\n"
    assert told(app, check=check).sentence.startswith("Zusage verletzt: IndexError: list index out of range")


def test_a_crash_is_told_by_what_came_back_before_it() -> None:
    verdict = told("def handle(i):\n    if i == 40:\n        raise KeyError('x')\n")
    assert verdict.sentence == "Abgestürzt nach 40 Anfragen: KeyError: 'x'"


def test_what_waits_for_a_keyboard_says_so() -> None:
    verdict = told("def handle(i):\n    input()\n")
    assert verdict.sentence == (
        "Abgestürzt bei Anfrage 1: RuntimeError: input() wartet auf eine Tastatur, und hier gibt es keine. "
        "Schreib die Antwort stattdessen in den Code."
    )


def test_findings_say_what_to_look_at_next() -> None:
    judged = program(
        KEEPS_ITEMS, diagnose="from leaklab.live import culprit\nculprit(what='dict')\n", diagnosis=DIAGNOSIS
    )
    last = carried_out("diagnose", judged, language="de")[-1]
    assert isinstance(last, Diagnosed), last
    assert [finding.feedback for finding in last.diagnosis.findings] == [
        'Noch nicht gesagt. Nenne die Zeile, die es anlegt: culprit(where="app.py:41").',
        "`dict` sammelt sich nicht an. Zähle die Objekte nach Typ, load(200), und zähle noch einmal.",
        'Noch nicht gesagt. Nenne, was es hält: culprit(held_by="module.NAME").',
    ]


def test_an_explanation_says_where_else_it_lies() -> None:
    stash = "def handle(i):\n    with open('stash.txt', 'a') as file:\n        file.write('x' * 200)\n"
    last = carried_out("explain", program(stash), language="de")[-1]
    assert isinstance(last, Explained), last
    assert last.explanation.notes[0] == "Etwa 200 B pro Anfrage gehen in Dateien: stash.txt."
