"""One unit is one mailing that is ordered, and one round of all that are under way."""

import desk
import pace

PACES = (2, 5, 3, 4)
# The letters that were sent in the latest round: their addresses, by the letter.
SENT: dict[str, list[str]] = {}
# What the latest attempt to call a mailing off was answered, if there was one.
CALLED_OFF: list[bool] = []
# Lists of readers are kept elsewhere; some addresses are no longer right, and some lists are all old.
READERS = [f"{'gone' if number % 41 == 7 else 'reader'}{number}@mail.example" for number in range(200)]
OLD = [f"gone{number}@mail.example" for number in range(20)]


def reference(i: int) -> str:
    return f"M-{i:07}"


def letter(i: int) -> str:
    return (
        f"Dear reader of the newsletter of customer {i % 40}, here is what is new in issue {i}. "
        "Write to us if you would rather not hear from us again."
    )


def addresses(i: int) -> list[str]:
    if i % 97 == 20:
        return READERS[:120]
    first, count = i * 11 % 150, 1 + i * 7 % 13
    return OLD[: count + 4] if i % 8 == 5 else READERS[first : first + count]


def new_pace(i: int) -> int | None:
    """To which the pace is changed after unit `i`, if it is."""
    return PACES[i // 9 % 4] if i % 9 == 4 else None


def is_called_off(i: int) -> bool:
    return i % 6 == 2


def send(address: str, text: str) -> bool:
    SENT.setdefault(text, []).append(address)
    return not address.startswith("gone")


def run(i: int) -> None:
    SENT.clear()
    CALLED_OFF.clear()
    desk.order(reference(i), letter(i), addresses(i))
    desk.send_round(send)
    if is_called_off(i):
        CALLED_OFF.append(desk.call_off(reference(i - 1)))
    pace_now = new_pace(i)
    if pace_now is not None:
        pace.PACE.change(pace_now)
