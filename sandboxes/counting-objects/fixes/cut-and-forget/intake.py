"""Takes the telegrams of water meters, and tells what each meter has used."""

from collections import Counter

from telegrams import decode, is_copy


class Reading:
    """What a meter sent. It knows the reading before it, for as long as it is the latest."""

    def __init__(self, fields: dict[str, str], before: "Reading | None") -> None:
        self.fields = fields
        self.before = before

    def litres(self) -> int:
        return int(self.fields["litres"])

    def used(self) -> int:
        """Litres since the reading before; 0 for the first."""
        return self.litres() - self.before.litres() if self.before else 0


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
    if is_copy(telegram):
        return "copy"
    meter = fields["meter"]
    before = LATEST.get(meter)
    if before is not None:
        before.before = None
    LATEST[meter] = Reading(fields, before)
    return "taken"


def status(meter: str) -> dict[str, str | int]:
    """What the page of a meter shows."""
    reading = LATEST[meter]
    return {**reading.fields, "used": reading.used()}


def totals() -> dict[str, int]:
    """How many telegrams were taken, were copies, and were damaged, since the start."""
    return dict(ANSWERS)
