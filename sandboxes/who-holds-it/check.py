"""What customers and support rely on."""

from collections import deque
from dataclasses import dataclass, field

import desk
from workload import CALLED_OFF, SENT, addresses, is_called_off, letter, new_pace, reference

SHOWN = 30
MOST_BOUNCED = 3
# The page of support is opened after each of the first units, later after some of them.
EACH_UNTIL = 60
LOOK_EVERY = 7


@dataclass
class Expected:
    """What has become of a mailing."""

    i: int
    left: list[str]
    state: str = "under way"
    sent: int = 0
    bounced: list[str] = field(default_factory=list)


UNDER_WAY: dict[int, Expected] = {}
ENDED: deque[Expected] = deque(maxlen=SHOWN)
PACE = [4]


def before() -> None:
    shown = desk.latest()
    assert shown == [], f"Before the first mailing has ended the page must show none, not {len(shown)}."
    unknown = desk.status("M-none")
    assert unknown is None, f"A reference that was never given out must have the status None, not {unknown}."


def during(i: int) -> None:
    UNDER_WAY[i] = Expected(i, addresses(i))
    expected = {letter(one.i): portion(one) for one in list(UNDER_WAY.values())}
    for text, sent in expected.items():
        got = SENT.get(text, [])
        assert got == sent, f"In a round {named(text)} must go to {of_list(sent)}, not to {of_list(got)}."
    for text in SENT:
        assert text in expected, f"{named(text)} is no longer under way and must not be sent."
    if is_called_off(i):
        called_off(i)
    PACE[0] = new_pace(i) or PACE[0]
    for one in UNDER_WAY.values():
        status_is(one)
    if i < EACH_UNTIL or i % LOOK_EVERY == 0:
        page()


def portion(one: Expected) -> list[str]:
    """What is sent of it in a round, and what that makes of it."""
    sent, one.left = one.left[: PACE[0]], one.left[PACE[0] :]
    came_back = [address for address in sent if address.startswith("gone")]
    one.sent += len(sent) - len(came_back)
    one.bounced += came_back
    if len(one.bounced) > MOST_BOUNCED:
        ended(one, "stopped")
    elif not one.left:
        ended(one, "done")
    return sent


def ended(one: Expected, state: str) -> None:
    one.state = state
    ENDED.append(UNDER_WAY.pop(one.i))


def called_off(i: int) -> None:
    one = UNDER_WAY.get(i - 1)
    was_under_way = one is not None
    assert CALLED_OFF[-1:] == [was_under_way], (
        f"To call off {reference(i - 1)} must be answered with {was_under_way}, not {CALLED_OFF[-1:]}."
    )
    if one is not None:
        ended(one, "called off")


def status_is(one: Expected) -> None:
    name = reference(one.i)
    status = desk.status(name)
    assert status is not None, f"{name} is {one.state} and must have a status, and it has none."
    shows(status, one, f"The status of {name}")


def page() -> None:
    shown = desk.latest()
    names = [one["reference"] for one in shown]
    expected = [reference(one.i) for one in reversed(ENDED)]
    assert len(names) == len(expected), (
        f"The page must show the {SHOWN} mailings that ended last; {len(expected)} have, and it shows {len(names)}."
    )
    assert names == expected, f"The page must show those that ended last, newest first: {expected}, not {names}."
    for status, one in zip(shown, reversed(ENDED), strict=True):
        shows(status, one, f"On the page {reference(one.i)}")
        status_is(one)


def shows(status: dict[str, object], one: Expected, what: str) -> None:
    expected = {
        "reference": reference(one.i),
        "state": one.state,
        "sent": one.sent,
        "bounced": one.bounced,
    }
    if one.state == "under way":
        expected["rounds"] = -(-len(one.left) // PACE[0])
    for name, value in expected.items():
        assert status.get(name) == value, f"{what} must have as {name} {value!r}, not {status.get(name)!r}."


def named(text: str) -> str:
    return f"the letter {text.partition('issue ')[2].partition('.')[0]}"


def of_list(sent: list[str]) -> str:
    return ", ".join(sent) if sent else "nobody"


def after() -> None:
    page()
