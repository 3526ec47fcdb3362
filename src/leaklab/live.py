"""
For `diagnose.py`: work with the living program. `load(n)` loads it further, `culprit(...)` says what was found, and
`claim(...)` what is true of it.
"""

from collections.abc import Callable

from leaklab.words import say

_found: dict[str, object] = {}
_load: list[Callable[[int], None]] = []


def load(units: int) -> None:
    """
    Run `units` more units of the workload, and let everything finish that they began.

    Raises RuntimeError outside of diagnose.py, where there is no living program; ValueError when `units` is not a whole
    number from 0 on; and whatever the program raises ends the diagnosis.

    >>> import gc
    >>> from leaklab.live import load
    >>> def living(name):
    ...     return sum(type(thing).__name__ == name for thing in gc.get_objects())
    >>> before = living("Exchange")
    >>> load(200)
    >>> print(living("Exchange") - before, "more")
    200 more
    """
    if not _load:
        raise RuntimeError(say().program.nothing_lives)
    if isinstance(units, bool) or not isinstance(units, int) or units < 0:
        raise ValueError(say().program.load_takes_a_number)
    _load[0](units)


def culprit(*, where: object = None, what: object = None, held_by: object = None) -> None:
    """
    Say what you found; each part for itself or all at once, and the last word counts.

    `where`: the line, as "app.py:41" or something of tracemalloc's. `what`: the type that piles up, or its name.
    `held_by`: what holds it, by name ("history.HISTORY") or the object itself. It raises nothing: what is no answer is
    graded as such, with a word on what one looks like.

    >>> import history
    >>> from leaklab.live import culprit
    >>> culprit(where="history.py:8", what=history.Exchange)
    >>> culprit(held_by="history.HISTORY")
    """
    _say(where=where, what=what, held_by=held_by)


def claim(*, grows: object = None, at_most: object = None) -> None:
    """
    Say what you hold to be true before it is measured; each part for itself or all at once, and the last word counts.

    `grows`: a function of yours that takes readings, a list of pairs of units and bytes, and says whether they grow.
    `at_most`: how many bytes the program keeps at most, however long it works. It raises nothing.

    >>> from leaklab.live import claim
    >>> def grows(readings):
    ...     return readings[-1][1] > readings[0][1]
    >>> claim(grows=grows, at_most=120_000)
    """
    _say(grows=grows, at_most=at_most)


def _say(**given: object) -> None:
    _found.update({part: answer for part, answer in given.items() if answer is not None})


def attach(run_units: Callable[[int], None]) -> None:
    """For the judge: from now on `load` loads by `run_units`."""
    _load[:] = [run_units]
    _found.clear()


def detach() -> dict[str, object]:
    """For the judge: what was found, by part."""
    _load.clear()
    found = dict(_found)
    _found.clear()
    return found
