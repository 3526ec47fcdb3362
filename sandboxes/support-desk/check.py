"""What customers, teams and whoever is on duty rely on, kept by a second book of the trays."""

import json
import traceback
from collections import Counter, deque
from collections.abc import Callable
from typing import Any, NamedTuple

from app import app
from mails import LONGEST, TRAY, WORDS
from werkzeug.exceptions import HTTPException
from workload import LATEST, TEAMS, Answer, Sent, ask, request_for

# Of each team the mails that wait, the oldest first.
book: dict[str, deque[dict[str, Any]]] = {team: deque() for team in TEAMS}
words = dict(WORDS)
failures: list[str] = []
# So often somebody asks who is refused after as many lines as there can be.
LONG_EVERY = 100


class Expected(NamedTuple):
    """What a request must be answered with, and every line that it logs."""

    status: int
    body: dict[str, Any] | None
    lines: list[str]


def before() -> None:
    app.handle_exception = telling(app.handle_exception)
    for team in (*TEAMS, "dealers", "sales"):
        visit(Sent(f"/teams/{team}/next"))
    for lines in (1, LONGEST, LONGEST + 1):
        for word in ("dealer", "motor", "weather"):
            visit(written("ada@example.org", "a question", [f"The {word}, line {n}." for n in range(lines)]))
    visit(written("", "nobody", ["A needle."]))
    visit(written("bob@example.org", "", ["A parcel, and its MOTOR.", "A thread.", "The thread: it tears."]))
    visit(written("eve@example.org", "two of each", ["motor", "Invoice", "motor", "invoice"]))
    for n in range(TRAY + 1):
        for word in ("invoice", "weather"):
            visit(written("ada@example.org", f"mail {n}", [f"The {word} again."] * LONGEST))
    empty()


def during(i: int) -> None:
    judge(request_for(i), LATEST[0])
    if i % LONG_EVERY == 0:
        visit(written("ada@example.org", "no tray", [f"The dealer, line {n}." for n in range(LONGEST)]))


def after() -> None:
    empty()
    visit(written("ada@example.org", "the last", ["The motor."]))
    visit(Sent("/teams/repairs/next"))


def empty() -> None:
    for team in TEAMS:
        for _ in range(TRAY + 1):
            visit(Sent(f"/teams/{team}/next"))


def written(sender: str, subject: str, lines: list[str]) -> Sent:
    head = [f"From: {sender}"] if sender else []
    head += [f"Subject: {subject}"] if subject else []
    return Sent("/mails", "\n".join([*head, "", *lines]))


def visit(sent: Sent) -> None:
    judge(sent, ask(sent))


def judge(sent: Sent, answer: Answer) -> None:
    status, body, lines = expected(sent)
    what = named(sent)
    assert answer.status == status, (
        f"{''.join(failures)}{what} must be answered with {status}, not {answer.status}."
    )
    failures.clear()
    seen = json.loads(answer.body) if answer.body else None
    if status >= 400:
        reason = (body or {}).get("error")
        error, trail = (seen.get("error"), seen.get("trail")) if isinstance(seen, dict) else (None, None)
        assert error == reason, f"{what} must be refused with the error {reason!r}, not {short(answer.body)}."
        assert isinstance(trail, list), f"{what} must be refused with a trail, a list of lines, not {short(trail)}."
        assert trail == lines, f"The trail of {what} must have {difference(lines, trail)}."
    else:
        assert seen == body, f"{what} must be answered with {short(body)}, not {short(seen)}."
    console = [line for line in lines if not line.startswith(("DEBUG", "INFO"))]
    shown = answer.console.splitlines()
    assert shown == console, f"During {what} the console must have {difference(console, shown)}."


def expected(sent: Sent) -> Expected:
    _, kind, *rest = sent.path.split("/")
    if kind == "teams":
        return taken(rest[0])
    head, _, text = sent.mail.partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    mail = {"from": fields.get("From"), "subject": fields.get("Subject", ""), "text": text.splitlines()}
    if mail["from"] is None:
        return refused(422, "nobody has sent it", [])
    if len(mail["text"]) > LONGEST:
        return refused(422, f"it has {len(mail['text'])} lines", [])
    name = f"{mail['subject']!r} from {mail['from']}"
    lines, found = [f"DEBUG read {name}"], Counter[str]()
    for place, line in enumerate(mail["text"], 1):
        word = next((word for word in words if word in line.lower()), None)
        if word:
            lines.append(f"DEBUG line {place} has {word!r}")
            found[words[word]] += 1
    team = max(words.values(), key=lambda team: found[team]) if found else "advice"
    if not found:
        lines.append(f"WARNING no word is known in {name}")
    if team not in book:
        return refused(503, f"{team} take no mails", lines)
    if len(book[team]) >= TRAY:
        return refused(503, f"the tray of {team} is full", lines)
    book[team].append(mail)
    return Expected(201, {"team": team}, [*lines, f"INFO put {name} into the tray of {team}"])


def taken(team: str) -> Expected:
    if team not in book:
        return refused(404, f"{team} have no tray", [])
    if not book[team]:
        return Expected(204, None, [])
    mail = book[team].popleft()
    return Expected(200, mail, [f"INFO gave {mail['subject']!r} from {mail['from']} to {team}"])


def refused(status: int, reason: str, lines: list[str]) -> Expected:
    return Expected(status, {"error": reason}, [*lines, f"ERROR refused: {reason}"])


def named(sent: Sent) -> str:
    if not sent.mail:
        return f"POST {sent.path}"
    _, _, text = sent.mail.partition("\n\n")
    return f"POST {sent.path} with a mail of {len(text.splitlines())} lines"


def difference(expected: list[str], seen: list[str]) -> str:
    """The first line that differs, or how many there are."""
    for number, (right, other) in enumerate(zip(expected, seen, strict=False), 1):
        if right != other:
            return f"as line {number} {right!r}, not {short(other)}"
    return f"{len(expected)} line{'' if len(expected) == 1 else 's'}, not {len(seen)}"


def short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 90 else f"{text[:70]} ..."


def telling(handle: Callable[[Exception], Any]) -> Callable[[Exception], Any]:
    """Flask's own handling of an exception; what it was is told with a broken promise."""

    def handled(error: Exception) -> Any:
        if not isinstance(error, HTTPException):
            steps = [(step.f_code.co_filename, line) for step, line in traceback.walk_tb(error.__traceback__)]
            own = [(file, line) for file, line in steps if file.rpartition("/")[0] == app.root_path]
            where = f" ({own[-1][0].rpartition('/')[2]}, line {own[-1][1]})" if own else ""
            failures[:] = [f"{type(error).__name__}: {error}{where}. "]
        return handle(error)

    return handled
