"""What the theatre relies on, kept by a second book of its seats."""

import json
from urllib.parse import parse_qs

from box_office import SHOWS
from workload import FALLS, LATEST, Answer, Sent, ask, form, request_for

PLAN = dict(SHOWS)
HOUSE = 24
sold: dict[int, dict[int, str]] = {show: {} for show in PLAN}
# Each kind of request, with and without an answer that arrives.
ROUND = (
    Sent("GET", "/shows/4"),
    Sent("POST", "/shows/4/buy", form(seat=24, name="Ann"), 201),
    Sent("POST", "/shows/4/buy", form(seat=24, name="Ben"), 201),
    Sent("POST", "/shows/4/buy", form(seat=25, name="Ben"), 500),
    Sent("POST", "/shows/4/buy", form(seat=23, name="Cleo"), 201, 0),
    Sent("GET", "/shows/4/door"),
    Sent("GET", "/shows/4/door", parts=1),
    Sent("GET", "/shows/5", status=404),
    Sent("GET", "/shows/4/give-back", status=405),
    Sent("POST", "/shows/4", status=405),
    Sent("POST", "/shows/4/give-back", form(seat=24)),
    Sent("POST", "/shows/4/give-back", form(seat=24)),
    Sent("POST", "/shows/4/give-back", form(seat=23), parts=0),
    Sent("POST", "/shows/4/give-back", form(seat="aisle"), 500),
)
ROUND_EVERY = 400


def before() -> None:
    go_round()


def during(i: int) -> None:
    judge(request_for(i), LATEST[0])
    if i % ROUND_EVERY == 0:
        go_round()


def after() -> None:
    go_round()


def go_round() -> None:
    for sent in ROUND:
        judge(sent, ask(sent))


def judge(sent: Sent, answer: Answer) -> None:
    what = f"{sent.method} {sent.path}"
    status, body, notes = expected(sent)
    fell = f"{FALLS[0]}. " if FALLS and answer.status != status else ""
    assert answer.status == status, f"{fell}{what} must be answered with {status}, not {answer.status}."
    if body is not None and sent.parts:
        assert answer.body == body, f"{what} must be answered with {body!r}, not {answer.body!r}."
    line = f"{what}: {'; '.join(notes)}" if notes else ""
    early = ", ".join(answer.early)
    assert not early, f"{what} may write to the audit log when its answer is out, and wrote before: {early}."
    lines = [f"“{line}”" for line in answer.lines]
    seen = " and ".join(lines) if lines else "nothing"
    wanted = f"the line “{line}”" if line else "nothing"
    assert list(answer.lines) == ([line] if line else []), f"{what} must leave {wanted} in the audit log, not {seen}."


def expected(sent: Sent) -> tuple[int, str | None, list[str]]:
    """Status, body (or None, where it is Django's own page) and notes, entered into the book."""
    _, _, number, *action = sent.path.split("/")
    show = int(number)
    fields = {name: values[0] for name, values in parse_qs(sent.body).items()}
    match action:
        case [] if sent.method == "GET":
            return about(show)
        case []:
            return 405, None, []
        case ["door"]:
            return door(show, sent.parts)
        case _ if sent.method == "GET":
            return 405, None, []
        case ["buy"]:
            return buy(show, int(fields["seat"]), fields["name"])
        case _:
            return give_back(show, fields["seat"])


def about(show: int) -> tuple[int, str | None, list[str]]:
    if show not in PLAN:
        return 404, json.dumps({"error": "There is no such show."}), []
    return 200, json.dumps({"title": PLAN[show], "free": HOUSE - len(sold[show])}), []


def door(show: int, parts: int) -> tuple[int, str | None, list[str]]:
    names = sorted(sold[show].items())
    sent = names[:parts]
    return 200, "".join(f"{seat} {name}\n" for seat, name in sent), [f"{len(sent)} of {len(names)} names sent"]


def buy(show: int, seat: int, name: str) -> tuple[int, str | None, list[str]]:
    wants = f"{name} wants {seat}"
    if not 1 <= seat <= HOUSE:
        return 500, None, [wants]
    if seat in sold[show]:
        return 409, json.dumps({"error": "This seat is taken."}), [wants, "taken"]
    sold[show][seat] = name
    return 201, json.dumps({"seat": seat}), [wants, "sold"]


def give_back(show: int, text: str) -> tuple[int, str | None, list[str]]:
    if not text.isdigit():
        return 500, None, []
    seat = int(text)
    name = sold[show].pop(seat, None)
    return 200, json.dumps({"seat": seat}), [f"{seat} is free" if name is None else f"{seat} given back by {name}"]
