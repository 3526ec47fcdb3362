"""Takes the telegrams of water meters, and tells what each meter has used."""

from collections import Counter

from telegrams import decode


class Reading:
    """What a meter sent, and the litres since the reading before it."""

    def __init__(self, fields: dict[str, str], used: int) -> None:
        self.fields = fields
        self.used = used

    def litres(self) -> int:
        return int(self.fields["litres"])

    def number(self) -> int:
        return int(self.fields["number"])


# The latest reading of each meter.
LATEST: dict[str, Reading] = {}
ANSWERS = Counter(taken=0, copy=0, damaged=0)


def receive(telegram: str) -> str:
    """Takes in one telegram, and says what became of it."""
    answer = take(telegram)
    ANSWERS[answer] += 1
    return answer


def take(telegram: str) -> str:
    fields = decode(telegram)
    if fields is None:
        return "damaged"
    meter = fields["meter"]
    before = LATEST.get(meter)
    if before and int(fields["number"]) <= before.number():
        return "copy"
    used = int(fields["litres"]) - before.litres() if before else 0
    LATEST[meter] = Reading(fields, used)
    return "taken"


def status(meter: str) -> dict[str, str | int]:
    """What the page of a meter shows."""
    reading = LATEST[meter]
    return {**reading.fields, "used": reading.used}


def totals() -> dict[str, int]:
    """How many telegrams were taken, were copies, and were damaged, since the start."""
    return dict(ANSWERS)
