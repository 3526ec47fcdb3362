"""What the waterworks rely on."""

import time

from intake import receive, status, totals
from workload import LATEST, LOAD, fields_of, telegram_of

# Further meters, of both makes: one is heard of again late, the other fills the time until then.
LATE, BUSY = 99, 101
WITHIN_SECONDS, AMONG = 10.0, 200

sent = {"taken": 0, "copy": 0, "damaged": 0}
# How many readings each of them has sent.
readings = {LATE: 0, BUSY: 0}
# The telegram that will be heard again, when it was first heard, and as which of all.
waiting: list[tuple[str, float, int]] = []


def before() -> None:
    counted("before the first telegram")
    behind_many_others()


def during(i: int) -> None:
    for text, expected, answer in LATEST:
        answered(text, expected, answer)
    shows(*divmod(i, LOAD["meters"])[::-1])
    earlier = i - i * 7 % min(LOAD["meters"], i + 1)
    shows(*divmod(earlier, LOAD["meters"])[::-1])
    hear_again()
    counted(f"after {sum(sent.values())} telegrams")


def answered(text: str, expected: str, answer: object) -> None:
    sent[expected] += 1
    reason = {
        "taken": "is new",
        "copy": "was taken before, no more than ten seconds and 200 telegrams ago",
        "damaged": "has a wrong checksum",
    }[expected]
    assert answer == expected, f"{text} {reason}: it must be answered {expected!r}, not {answer!r}."


def shows(meter: int, reading: int) -> None:
    fields = fields_of(meter, reading)
    since = int(fields["litres"]) - int(fields_of(meter, reading - 1)["litres"]) if reading else 0
    page = status(fields["meter"])
    for name, value in {**fields, "used": since}.items():
        assert page.get(name) == value, (
            f"The page of {fields['meter']} must show after its reading number {fields['number']} as "
            f"{name} {value!r}, not {page.get(name)!r}."
        )
    assert len(page) == len(fields) + 1, f"The page of a meter must show its fields and `used`, not {list(page)}."


def counted(when: str) -> None:
    seen = totals()
    assert seen == sent, f"{when.capitalize()} the totals must be {sent}, not {seen}."


def send(meter: int) -> str:
    text = telegram_of(meter, fields_of(meter, readings[meter]))
    answered(text, "taken", receive(text))
    shows(meter, readings[meter])
    readings[meter] += 1
    return text


def behind_many_others() -> None:
    """Copies as the last of those that follow their telegram: others of the same meter, and of another one."""
    late, busy = send(LATE), send(BUSY)
    for _ in range(AMONG - 2):
        send(BUSY)
    for text in (late, busy):
        answered(text, "copy", receive(text))


def hear_again() -> None:
    """A copy just before ten seconds have passed."""
    now = time.monotonic()
    if not waiting:
        waiting.append((send(LATE), now, sum(sent.values())))
    # The clock moves on by at most 0.2 seconds until the next unit.
    elif now - waiting[0][1] > WITHIN_SECONDS - 0.25:
        text, heard, number = waiting.pop()
        if now - heard <= WITHIN_SECONDS and sum(sent.values()) - number < AMONG:
            answered(text, "copy", receive(text))


def after() -> None:
    behind_many_others()
    counted(f"after {sum(sent.values())} telegrams")
