"""What whoever is on call relies on, and whoever reads a board."""

import json
from pathlib import Path

import boards
from settings import MEMORY_TOKEN
from workload import HELD, KNOWN, LATEST, PLANTED, TAKEN, Answer, notice, request, take

SNAPSHOTS, GROWTH = "/memory/snapshots", "/memory/growth"
# How many of the latest snapshots can be asked for, and how many lines.
KEPT = 5
DEFAULT, MOST = 10, 50
FIELDS = {"line", "bytes", "blocks"}
WRONG = [None, "", MEMORY_TOKEN[:-1], f"{MEMORY_TOKEN}!", MEMORY_TOKEN.upper(), "schlüssel"]
ASKED = [None, 1, 2, 3, 7, DEFAULT - 1, DEFAULT, DEFAULT + 1, 33, MOST - 1, MOST]
TOO_MANY = [0, MOST + 1, -1, 1_000_000]
# More lines than can be asked for, as a file of the service could have them: each has a block, of ever other sizes.
LINES = MOST + 2
FOLDER = str(Path(str(boards.__file__)).parent)
FILE = str(Path(FOLDER) / "towns.py")
PLANTING = compile("blocks[:] = [\n" + "bytes(sizes.pop()),\n" * LINES + "]", FILE, "exec")
PLANTED_AT = [f"{FILE}:{at}" for at in range(2, LINES + 2)]
# How often it was looked: what is asked for is another thing each time.
LOOKS = [0]


def before() -> None:
    for at in range(2 * KEPT):
        # Tracing begins with the first: what is older is out of its sight.
        take()
        judge_each()
        look()
        plant(at)
        boards.put_up(*notice(at))


def during(i: int) -> None:
    judge_board()
    if i % 150 != 13:
        return
    judge_taken()
    look()
    plant(LOOKS[0])
    if LOOKS[0] % 4 == 0:
        take()
        judge_each()


def look() -> None:
    LOOKS[0] += 1
    judge_guard(LOOKS[0])
    judge_growth(LOOKS[0])
    judge_bounds(LOOKS[0])


def plant(turn: int) -> None:
    sizes = [100 + (at * 29 + turn * 31) % 97 + at % 3 * 97 for at in range(LINES)]
    exec(PLANTING, {"sizes": sizes, "blocks": PLANTED})


def has(number: int) -> dict[str, tuple[int, int]]:
    """What a snapshot has to show of the lines that are known: bytes and blocks."""
    held = HELD[number]
    sizes, blocks, planted = held[: len(KNOWN)], held[len(KNOWN)], held[len(KNOWN) + 1 :]
    known = zip(KNOWN.values(), sizes, strict=True)
    return {line: (size, blocks) for line, size in known} | {
        line: (size, 1) for line, size in zip(PLANTED_AT, planted, strict=False)
    }


def judge_board() -> None:
    for town, shows, answer in LATEST:
        if shows is None:
            assert answer.status == 404, f"GET /boards/{town} must be answered with 404, not {told(answer)}."
        else:
            expected = Answer(200, dict(zip(("title", "text"), json.loads(shows), strict=True)))
            assert answer == expected, f"GET /boards/{town} must be answered with {told(expected)}, not {told(answer)}."


def judge_taken() -> None:
    for number, answer in TAKEN:
        given = answer.body.get("number") if isinstance(answer.body, dict) else None
        assert (answer.status, given) == (201, number), (
            f"POST {SNAPSHOTS} for the {number}. time must be answered with 201 and "
            f'{{"number": {number}}}, not {told(answer)}.'
        )


def judge_guard(turn: int) -> None:
    wrong = WRONG[turn % len(WRONG)]
    query: dict[str, object] = [{"since": 1}, {"most": 0}, {"since": "first"}][turn % 3]
    for method, path, asked in ("POST", SNAPSHOTS, None), ("GET", GROWTH, query):
        answer = request(method, path, wrong, asked)
        token = "no token" if wrong is None else f"the token {wrong!r}"
        assert answer.status == 404, f"{method} {path} with {token} must be answered with 404, not {told(answer)}."


def can_be_asked_for() -> list[int]:
    latest = max(HELD)
    return [1, *range(max(2, latest - KEPT + 1), latest + 1)]


def judge_each() -> None:
    """Whichever was asked for before the latest came."""
    judge_taken()
    for number in can_be_asked_for():
        judge_rows(number, 3)


def judge_growth(turn: int) -> None:
    there = can_be_asked_for()
    judge_rows(there[turn % len(there)], ASKED[turn % len(ASKED)])
    if turn % 2:
        judge_rows(None, ASKED[-1 - turn % len(ASKED)])
    gone = [number for number in HELD if number not in there]
    if gone:
        judge_rows(gone[turn % len(gone)], MOST, may_be_gone=True)


def judge_rows(since: int | None, most: int | None, *, may_be_gone: bool = False) -> None:
    asked = {name: value for name, value in {"since": since, "most": most}.items() if value is not None}
    answer = request("GET", GROWTH, MEMORY_TOKEN, asked)
    what = f"GET {GROWTH}{'?' if asked else ''}{'&'.join(f'{name}={value}' for name, value in asked.items())}"
    if may_be_gone and answer.status == 404:
        return
    assert answer.status == 200, f"{what} must be answered with 200, not {told(answer)}."
    rows = answer.body if isinstance(answer.body, list) else [answer.body]
    odd = [row for row in rows if not isinstance(row, dict) or not row.keys() >= FIELDS]
    assert not odd, f"{what} must have a line, its bytes and its blocks in each row, not {odd[0]}."
    latest = max(HELD)
    number = 1 if since is None else since
    limit = DEFAULT if most is None else most
    assert len(rows) <= limit, f"{what} must be answered with {limit} lines and no more, not {len(rows)}."
    sizes = [abs(row["bytes"]) for row in rows]
    assert sizes == sorted(sizes, reverse=True), (
        f"{what} must go down from the largest change, and has {', '.join(map(str, sizes[:5]))} bytes and so on."
    )
    found = {whole(row["line"]): (row["bytes"], row["blocks"]) for row in rows}
    assert len(found) == len(rows), f"{what} must have each line once."
    elsewhere = [line for line in found if not line.startswith(FOLDER)]
    assert not elsewhere, f"{what} must have lines of the service alone, and has {elsewhere[0]}."
    least = sizes[-1] if len(rows) == limit else 0
    then = has(number)
    for line, (size, blocks) in has(latest).items():
        size_before, blocks_before = then.get(line, (0, 0))
        expected = (size - size_before, blocks - blocks_before)
        seen = found.get(line)
        if seen is None:
            assert abs(expected[0]) <= least, (
                f"{what} must have {name_of(line)}, with {expected[0]} bytes: "
                f"snapshot {latest} has so many more than {number}."
            )
        else:
            assert seen == expected, (
                f"{what} must say {expected[0]} bytes and {expected[1]} blocks for {name_of(line)}, "
                f"not {seen[0]} and {seen[1]}: so many more has snapshot {latest} than {number}."
            )


def judge_bounds(turn: int) -> None:
    most = TOO_MANY[turn % len(TOO_MANY)]
    answer = request("GET", GROWTH, MEMORY_TOKEN, {"most": most})
    assert answer.status == 422, f"GET {GROWTH}?most={most} must be answered with 422, not {told(answer)}."
    since = [0, max(HELD) + 1, -1, max(HELD) + 1_000][turn % 4]
    answer = request("GET", GROWTH, MEMORY_TOKEN, {"since": since})
    assert answer.status in (404, 422), (
        f"GET {GROWTH}?since={since} must be answered with 404, as no snapshot is number {since}, not {told(answer)}."
    )


def whole(line: str) -> str:
    """A file may be told by its name alone."""
    return line if line.startswith("/") else f"{FOLDER}/{line}"


def name_of(line: str) -> str:
    return line.removeprefix(FOLDER).lstrip("/")


def told(answer: Answer) -> str:
    text = str(answer.body)
    return f"{answer.status} and {text if len(text) < 100 else f'{text[:100]} ...'}"
