"""What the desks rely on."""

from exports import fetch
from store import STORE
from workload import LATEST, WAITING


def during(i: int) -> None:
    for desk, fetched, expected in LATEST:
        assert fetched == expected, f"{desk} must fetch its latest report, {short(expected)}, not {short(fetched)}."
        again = fetch(desk)
        assert again is None, f"A report can be fetched once, and {desk} got {short(again)} again."
        assert desk not in STORE, f"What {desk} has fetched must be gone from the store."
    assert dict(STORE) == WAITING, f"The store must have the reports of {sorted(WAITING)}, not of {sorted(STORE)}."


def short(text: str | None) -> str:
    return repr(text) if text is None or len(text) < 60 else repr(text[:40] + " ...")


def after() -> None:
    for desk, expected in list(WAITING.items()):
        fetched = fetch(desk)
        assert fetched == expected, f"{desk} must fetch its latest report, {short(expected)}, not {short(fetched)}."
        assert fetch(desk) is None, f"A report can be fetched once, and {desk} got one again."
