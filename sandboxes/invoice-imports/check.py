"""What the team, the suppliers and Celery's log rely on."""

import json
from collections import Counter, deque
from traceback import format_exception_only

import ledger
from documents import Invoice
from overview import page
from tasks import ImportFailed
from workload import EARLY, ENDED, is_failing, lines_of, number_of, supplier_of, text_of, way_of

SHOWN = 20

booked: list[tuple[str, str, int, int]] = []
kinds: Counter[str] = Counter()
latest: deque[str] = deque(maxlen=SHOWN)


def before() -> None:
    for i in EARLY:
        if is_failing(i):
            expect(i)
    book = ledger.book

    def watched(supplier: str, number: str, invoice: Invoice) -> str:
        booked.append((supplier, number, *invoice))
        return book(supplier, number, invoice)

    ledger.book = watched


def expect(i: int) -> None:
    kind, wrong = what_is_wrong(i)
    kinds[kind] += 1
    latest.appendleft(f"{number_of(i)} of {supplier_of(i)}: {wrong}")


def what_is_wrong(i: int) -> tuple[str, str]:
    """With the invoice of unit `i`: the type of it, and what the page has to say."""
    if way_of(i) == 0:
        return "KeyError", "KeyError: 'cents', in line_total"
    if way_of(i) == 1:
        return "ValueError", "ValueError: invalid literal for int() with base 10: '12,50', in line_total"
    try:
        json.loads(text_of(i))
    except ValueError as error:
        return type(error).__name__, f"{format_exception_only(error)[-1].strip()}, in raw_decode"
    raise RuntimeError(f"{number_of(i)} is meant to end too early.")


def during(i: int) -> None:
    if is_failing(i):
        expect(i)
        check_failure(i)
    else:
        check_booking(i)
    booked.clear()


def check_booking(i: int) -> None:
    lines = lines_of(i)
    expected = (supplier_of(i), number_of(i), len(lines), sum(line["count"] * int(line["cents"]) for line in lines))
    assert booked == [expected], f"{number_of(i)} must be booked once, as {expected}, and the ledger has {booked}."
    assert ENDED[0] is None, (
        f"{number_of(i)} can be read, so its task must succeed, and ended with {ENDED[0].__name__}."
    )


def check_failure(i: int) -> None:
    number, ended = number_of(i), ENDED[0]
    assert not booked, f"{number} cannot be read, so it must not be booked, and the ledger has {booked}."
    assert ended is not None, f"{number} cannot be read, so its task must end with ImportFailed, and succeeded."
    assert issubclass(ended, ImportFailed), (
        f"{number} cannot be read, so its task must end with ImportFailed, not with {ended.__name__}."
    )
    shown = page()
    assert dict(shown["kinds"]) == kinds, (
        f"The page must count {dict(kinds)} since the start, and has {dict(shown['kinds'])}."
    )
    lines = list(shown["latest"])
    assert len(lines) == len(latest), f"The page must show the latest {len(latest)} failures, and shows {len(lines)}."
    for place, (line, expected) in enumerate(zip(lines, latest, strict=True), 1):
        assert line == expected, f"Line {place} of the latest failures must be {expected!r}, not {line!r}."
