"""One unit is one new reading of a meter, with what comes of it by way of repeaters: damaged first, or once more."""

from zlib import crc32

import prices  # noqa: F401 - the service has it, for the bills at the end of the year
from intake import receive

# What can be turned: how many meters there are.
LOAD = {"meters": 24}
# Of this unit: each telegram, what it is to be answered, and what it was.
LATEST: list[tuple[str, str, str]] = []


def fields_of(meter: int, reading: int) -> dict[str, str]:
    """Of reading 0, 1, 2 ... of a meter: numbers have gaps, and no two of its readings are equally far apart."""
    return {
        "meter": f"M{meter}",
        "number": str(1 + reading * 3 // 2),
        "litres": str(20_000 + 900 * meter + 40 * reading + reading * 7 % 13),
        "battery": "low" if reading % 50 > 40 else "ok",
    }


def telegram_of(meter: int, fields: dict[str, str]) -> str:
    """Every fourth meter is of the older make."""
    if meter % 4 == 3:
        text = ";".join(f"{name[0].upper()}{value.removeprefix('M')}" for name, value in fields.items())
    else:
        text = " ".join(f"{name}={value}" for name, value in fields.items())
    return f"{text}*{crc32(text.encode()):08x}"


def telegram(i: int) -> str:
    reading, meter = divmod(i, LOAD["meters"])
    return telegram_of(meter, fields_of(meter, reading))


def send(text: str, expected: str) -> None:
    LATEST.append((text, expected, receive(text)))


def run(i: int) -> None:
    LATEST.clear()
    text = telegram(i)
    if i % 9 == 4:
        send(text.replace("a", "u").replace("L", "I"), "damaged")
    send(text, "taken")
    if i % 4 == 1:
        send(text, "copy")
    for ago in (3, 17, 24):
        if i % 20 == ago % 20 and i >= ago:
            send(telegram(i - ago), "copy")


def failed(i: int) -> str | None:
    wrong = next((one for one in LATEST if one[1] != one[2]), None)
    return wrong and f"{wrong[0]} was answered {wrong[2]!r}, not {wrong[1]!r}."
