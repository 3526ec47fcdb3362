"""What could not be imported, for a page that the team looks at in the morning."""

from collections import Counter
from traceback import format_exception_only, walk_tb
from typing import Any

# A few words each: there is room for a year of them.
FAILURES: list[Exception] = []
KINDS: Counter[str] = Counter()


def note(failure: Exception) -> None:
    """Remember why an import failed; what is shown of it is made when somebody looks."""
    FAILURES.append(failure)
    KINDS[type(failure.__cause__).__name__] += 1


def page() -> dict[str, Any]:
    """How many failed since the start, by what was wrong, and the latest 20, the newest first."""
    return {"kinds": dict(KINDS), "latest": [describe(failure) for failure in FAILURES[:-21:-1]]}


def describe(failure: Exception) -> str:
    """Which invoice, what was wrong with it, and in which function it came out."""
    cause = failure.__cause__
    *_, (innermost, _) = walk_tb(cause.__traceback__)
    return f"{failure}: {format_exception_only(cause)[-1].strip()}, in {innermost.f_code.co_name}"
