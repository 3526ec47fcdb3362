"""For the files of a lesson that its author writes: `workload.py`, `check.py` and `diagnosis.py`."""

from leaklab.words import say


def said(english: str, **others: str) -> str:
    """
    The text in the language of the page; in English where there is none in that. `others` are by the code of their
    language.

    >>> from leaklab.lesson import said
    >>> said("The page must have a title.", de="Die Seite muss einen Titel haben.")
    'The page must have a title.'
    """
    return others.get(say().code, english)
