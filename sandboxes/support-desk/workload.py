"""One unit is one request: mails that are handed over, mails that teams take, and what has to be refused."""

from io import BytesIO, StringIO
from typing import NamedTuple

from app import app
from werkzeug.test import EnvironBuilder, run_wsgi_app

# What can be turned: how many requests of a hundred have to be refused.
LOAD = {"refused": 10}

ENVIRON = EnvironBuilder(method="POST").get_environ()
# The first host name that Werkzeug reads has Python import tables of Unicode: nothing that a request leaves behind.
"localhost".encode("idna")
TEAMS = ("orders", "repairs", "advice")
WORDS = {
    "orders": ("invoice", "Parcel"),
    "repairs": ("needle", "motor"),
    "advice": ("manual", "Thread"),
    "dealers": ("dealer", "dealer"),
}


class Sent(NamedTuple):
    """Request number `i`: always the same for the same `i`."""

    path: str
    mail: str = ""


class Answer(NamedTuple):
    """What came back, and what the console got meanwhile."""

    status: int
    body: str
    console: str


LATEST = [Answer(0, "", "")]


def mail(i: int, team: str | None, lines: int, sender: bool = True) -> str:
    """A mail with a word of the team in every third line, among them now and then one of another team."""
    words = (*WORDS[team], WORDS["orders"][i % 2]) if team else ("weather",)
    head = f"From: reader-{i % 7 if i % 3 else i}@example.org\n" if sender else ""
    text = [
        f"The {words[n // 3 % len(words)]} is what I write about." if n % 3 == 0 else f"I have had it for {n} years."
        for n in range(lines)
    ]
    return "\n".join([f"{head}Subject: my machine number {i}\n", *text])


def request_for(i: int) -> Sent:
    round_, place = divmod(7 * i, 100)
    if place < LOAD["refused"]:
        match (round_ + place) % 4:
            case 0:
                return Sent("/mails", mail(i, "dealers", 4 + i % 3))
            case 1:
                return Sent("/mails", mail(i, "repairs", 5, sender=False))
            case 2:
                return Sent("/mails", mail(i, "advice", 31 + i % 5))
            case _:
                return Sent("/teams/dealers/next")
    # Two requests of five hand over a mail, and three take one; the last takes what the turn before may have left.
    turn, kind = divmod(i, 5)
    if kind == 4:
        return Sent(f"/teams/{TEAMS[(turn - 1) % 3]}/next")
    team = TEAMS[turn % 3]
    if kind % 2:
        return Sent(f"/teams/{team}/next")
    number = 2 * turn + kind // 2
    return Sent("/mails", mail(i, None if number % 8 == 7 else team, 9 if number % 9 == 4 else 5))


def run(i: int) -> None:
    LATEST[0] = ask(request_for(i))


def ask(sent: Sent) -> Answer:
    body, console = sent.mail.encode(), StringIO()
    environ = ENVIRON | {
        "PATH_INFO": sent.path,
        "wsgi.input": BytesIO(body),
        "wsgi.errors": console,
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": "text/plain",
    }
    parts, status, _ = run_wsgi_app(app, environ, buffered=True)
    return Answer(int(status[:3]), b"".join(parts).decode(), console.getvalue())


def failed(i: int) -> str | None:
    """What came back instead of an answer, where there is one."""
    if LATEST[0].status != 500:
        return None
    return f"POST {request_for(i).path} was answered with 500."
