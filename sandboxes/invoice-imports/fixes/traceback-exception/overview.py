"""What could not be imported, for a page that the team looks at in the morning."""

from collections import Counter, deque
from traceback import TracebackException
from typing import Any

FAILURES: deque[TracebackException] = deque(maxlen=20)
KINDS: Counter[str] = Counter()


def note(failure: Exception) -> None:
    """Remember why an import failed; what is shown of it is made when somebody looks."""
    FAILURES.appendleft(TracebackException.from_exception(failure))
    KINDS[type(failure.__cause__).__name__] += 1


def page() -> dict[str, Any]:
    """How many failed since the start, by what was wrong, and the latest 20, the newest first."""
    return {"kinds": dict(KINDS), "latest": [describe(failure) for failure in FAILURES]}


def describe(failure: TracebackException) -> str:
    """Which invoice, what was wrong with it, and in which function it came out."""
    cause = failure.__cause__
    *_, wrong = cause.format_exception_only()
    return f"{failure}: {wrong.strip()}, in {cause.stack[-1].name}"
