"""What those who look after it rely on."""

from collections import Counter, deque

from importer import ORDERS, page
from workload import LATEST, rows_of

# File and line, and a word of what was wrong.
EXPECTED: deque[tuple[str, str]] = deque(maxlen=10)
COUNT = [0]
CENTS: Counter[str] = Counter()


def during(i: int) -> None:
    good = 0
    for number, row in enumerate(rows_of(i), 1):
        customer, cents = row.split(";")
        wrong = "no customer" if not customer else "" if cents.isdigit() else f"{i}.50"
        if wrong:
            EXPECTED.append((f"orders-{i}.csv, line {number}", wrong))
            COUNT[0] += 1
        else:
            good += 1
            CENTS[customer] += int(cents)
    assert LATEST[0] == good, f"Of orders-{i}.csv {good} rows must be imported, not {LATEST[0]}."
    assert ORDERS == CENTS, f"Every row that can be read must be imported, and after orders-{i}.csv the sums differ."
    first, *lines = page().splitlines()
    counted = f"{COUNT[0]} problems"
    assert first == counted, f"The page must count {counted} since the start, and says {first!r}."
    assert len(lines) == len(EXPECTED), f"The page must show the last {len(EXPECTED)} problems, not {len(lines)}."
    for line, (where, wrong) in zip(lines, reversed(EXPECTED), strict=True):
        assert line.startswith(f"{where}: "), f"The newest first, the page must say {where}: ..., not {line!r}."
        assert wrong in line, f"A problem must say what was wrong, {wrong!r}, and the page says {line!r}."
