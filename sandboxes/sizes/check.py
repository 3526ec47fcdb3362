"""What the piers, the map and the office rely on."""

from collections import deque

from dispatch import OFFICE
from workload import LATE, brings_news, ferry_of, position_of

PIERS = ("Fish Market", "Lighthouse", "Mill Quay", "Museum", "Old Harbour")
# ferry: the piers of its round, and the minutes after six at which it leaves them
CALLS = {
    "Alder": (("Mill Quay", 0), ("Fish Market", 20), ("Lighthouse", 40)),
    "Birch": (("Fish Market", 10), ("Museum", 30), ("Old Harbour", 50)),
    "Cedar": (("Museum", 25), ("Lighthouse", 45), ("Mill Quay", 65)),
    "Linden": (("Lighthouse", 40), ("Old Harbour", 60), ("Fish Market", 80)),
    "Willow": (("Old Harbour", 50), ("Mill Quay", 70), ("Museum", 90)),
}
SHOWN, MAPPED, PRINTED = 12, 200, 1000

# What the log is to show, and the boards of the newest plan.
entries: deque[tuple[int, str, int]] = deque(maxlen=SHOWN)
boards: dict[str, list[tuple[str, str, str]]] = {}


def expected_boards() -> dict[str, list[tuple[str, str, str]]]:
    expected: dict[str, list[tuple[str, str, str]]] = {pier: [] for pier in PIERS}
    for ferry, calls in CALLS.items():
        for number, (pier, minute) in enumerate(calls):
            for trip in range(5):
                at = 360 + 180 * trip + minute + max(LATE[ferry] - 6 * trip, 0)
                expected[pier].append((f"{at // 60:02}:{at % 60:02}", ferry, calls[(number + 1) % 3][0]))
    return {pier: sorted(departures) for pier, departures in expected.items()}


def note(reason: str) -> None:
    """A plan is due."""
    fresh = expected_boards()
    changed = sum(row not in boards.get(pier, fresh[pier]) for pier in PIERS for row in fresh[pier])
    number = entries[0][0] + 1 if entries else PRINTED
    entries.appendleft((number, reason, changed))
    boards.update(fresh)


def before() -> None:
    note("as printed")
    for pier in PIERS:
        board_is_right(pier, "before the first report")
        sheet_is_right(pier)
    log_is_right("before the first report")
    assert len(OFFICE.track.latest()) == 0, "Before the first report the map must show nothing."


def during(i: int) -> None:
    ferry = ferry_of(i)
    when = f"after report {i}"
    if brings_news(i):
        late = LATE[ferry]
        note(f"{ferry} is {late} minutes late" if late else f"{ferry} is on time again")
        for pier in PIERS:
            board_is_right(pier, when)
            sheet_is_right(pier)
        log_is_right(when)
    else:
        board_is_right(PIERS[i % 5], when)
        if i % 10 == 4:
            sheet_is_right(PIERS[i // 10 % 5])
    map_is_right(i)


def board_is_right(pier: str, when: str) -> None:
    shown, expected = [tuple(row) for row in OFFICE.board(pier)], boards[pier]
    assert len(shown) == len(expected), (
        f"The board at {pier} must show {len(expected)} departures {when}, not {len(shown)}."
    )
    for row, right in zip(shown, expected, strict=True):
        assert row == right, f"The board at {pier} must show {told(right)} {when}, not {told(row)}."


def told(row: tuple[str, ...]) -> str:
    return " ".join(str(part) for part in row)


def sheet_is_right(pier: str) -> None:
    lines = [f"{pier}, plan {entries[0][0]}", *(f"{time}  {ferry} to {after}" for time, ferry, after in boards[pier])]
    shown = OFFICE.sheet(pier).splitlines()
    assert len(shown) == len(lines), f"The sheet of {pier} must have {len(lines)} lines, not {len(shown)}."
    for line, right in zip(shown, lines, strict=True):
        assert line == right, f"The sheet of {pier} must say {right!r}, not {line!r}."


def log_is_right(when: str) -> None:
    shown = [tuple(entry) for entry in OFFICE.log()]
    assert len(shown) == len(entries), (
        f"The log must show the last {len(entries)} plans {when}, not {len(shown)}."
    )
    for entry, right in zip(shown, entries, strict=True):
        for part, value, due in zip(("number", "reason", "count of changes"), entry, right, strict=True):
            assert value == due, f"In the log, plan {right[0]} must have as {part} {due!r}, not {value!r}."


def map_is_right(i: int) -> None:
    shown = OFFICE.track.latest()
    due = min(i + 1, MAPPED)
    assert len(shown) == due, f"The map must show the last {due} positions after report {i}, not {len(shown)}."
    assert shown[-1] == position_of(i), f"The map must show {position_of(i)} last, not {shown[-1]}."
    if i % 40 == 9:
        for back, position in enumerate(reversed(shown)):
            right = position_of(i - back)
            assert position == right, f"The map must show {right} {back} before the last, not {position}."
