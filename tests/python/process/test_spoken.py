"""The judge in German: as a page asks for it, from the command to the last signal."""

import pytest
from programs import DEQUE, carried_out, program

from leaklab.wire.command import Language
from leaklab.wire.report import Broken, Verdict
from leaklab.wire.signals import Judged

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
