"""What customers write, and which team answers it."""

from collections import Counter, deque

from desklog import log

# A word, and whose it is. The dealers' team is away, and nobody takes mails for it.
WORDS = {
    "invoice": "orders",
    "parcel": "orders",
    "needle": "repairs",
    "motor": "repairs",
    "manual": "advice",
    "thread": "advice",
    "dealer": "dealers",
}
TRAY, LONGEST = 6, 30


class Refused(Exception):
    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


class Mail:
    def __init__(self, sender: str, subject: str, lines: list[str]) -> None:
        self.sender, self.subject, self.lines = sender, subject, lines

    def __str__(self) -> str:
        return f"{self.subject!r} from {self.sender}"


TRAYS: dict[str, deque[Mail]] = {team: deque() for team in ("orders", "repairs", "advice")}


def read(text: str) -> Mail:
    head, _, body = text.partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    lines = body.splitlines()
    if "From" not in fields:
        raise Refused(422, "nobody has sent it")
    if len(lines) > LONGEST:
        raise Refused(422, f"it has {len(lines)} lines")
    mail = Mail(fields["From"], fields.get("Subject", ""), lines)
    log.debug("read %s", mail)
    return mail


def team_for(mail: Mail) -> str:
    found: Counter[str] = Counter()
    for place, line in enumerate(mail.lines, 1):
        word = next((word for word in WORDS if word in line.lower()), None)
        if word:
            log.debug("line %d has %r", place, word)
            found[WORDS[word]] += 1
    if not found:
        log.warning("no word is known in %s", mail)
        return "advice"
    return max(WORDS.values(), key=lambda team: found[team])


def put(mail: Mail, team: str) -> None:
    if team not in TRAYS:
        raise Refused(503, f"{team} take no mails")
    if len(TRAYS[team]) >= TRAY:
        raise Refused(503, f"the tray of {team} is full")
    TRAYS[team].append(mail)
    log.info("put %s into the tray of %s", mail, team)


def take(team: str) -> Mail | None:
    if team not in TRAYS:
        raise Refused(404, f"{team} have no tray")
    if not TRAYS[team]:
        return None
    mail = TRAYS[team].popleft()
    log.info("gave %s to %s", mail, team)
    return mail
