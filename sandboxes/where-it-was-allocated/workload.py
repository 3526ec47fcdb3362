"""One unit is one message of the broker, and one display that asks for its screen."""

import json
from typing import Any

from displays import receive, screen_at

STOPS = (
    *("Abbey", "Bridge", "Castle", "Docks", "Exchange", "Foundry", "Gardens", "Harbour"),
    *("Infirmary", "Junction", "Kiln Lane", "Library", "Market", "Northgate", "Observatory", "Park"),
)
TRAMS, CALLS = 40, 12
DUTCH = "Stap daar over op lijn 3, aan de andere kant van het plein. De lift is buiten dienst."
# Some announcements publish the one of twelve messages before again.
EARLIER = 12
# When the first message comes, in seconds; two come in a second.
BEGIN = 1_800_000_000

LATEST: dict[str, Any] = {"accepted": True, "screen": []}


def now_at(i: int) -> int:
    return BEGIN + i // 2


def stop_asking(i: int) -> str:
    return STOPS[i * 5 % len(STOPS)]


def topic_of(i: int) -> str:
    """A third of each, and one that nobody asked for."""
    if i % 60 == 13:
        return "stops/lifts"
    return ("trams/positions", "stops/announcement", "trams/passengers")[i % 3]


def is_cut(i: int) -> bool:
    """On its way."""
    return i % 60 in (9, 22, 35)


def tram(number: int, report: int) -> dict[str, Any]:
    first = number + report // 3
    calls = {STOPS[(first + ahead) % len(STOPS)]: 1 + 2 * ahead + (number + report) % 3 for ahead in range(CALLS)}
    to = STOPS[(first + CALLS) % len(STOPS)]
    return {"tram": f"T{number:03}", "line": str(1 + number % 8), "to": to, "calls": calls}


# What is reported of the trams repeats itself. It is made once: to make it anew would take longer than to answer.
REPORTS = [[tram(number, report) for number in range(TRAMS)] for report in range(3 * len(STOPS))]
REPORTED = [json.dumps({"trams": trams}).encode() for trams in REPORTS]


def report(i: int) -> int:
    return i // 3 % len(REPORTS)


def passengers(i: int) -> dict[str, Any]:
    doors = [f"door {door}: {(i + door) % 7} in, {i * door % 5} out" for door in range(12)]
    return {"boarded": {STOPS[(i + n) % len(STOPS)]: (i + n) % 9 for n in range(6)}, "doors": doors}


def announcement(i: int) -> dict[str, Any]:
    """Now and then an earlier one again: for longer, for other stops and with another text, or taken back."""
    turn = i // 6 % 10
    first = i - EARLIER if turn in (5, 8) and i > EARLIER else i
    # One in twenty stays for longer, as a bridge that is closed does.
    seconds = 90 if i % 60 == 1 else 10 + i * 7 % 20
    line, minutes, where = 1 + first % 8, 1 + i % 5, STOPS[first * 3 % len(STOPS)]
    return {
        "sent": now_at(i),
        "spoken": f"{i:08x}" * 60,
        "shown": {
            "id": f"A{first:07}",
            "stops": [STOPS[(i + n * 3) % len(STOPS)] for n in range(4)],
            "kind": "connection",
            "until": now_at(i) if turn == 8 else now_at(i) + seconds,
            "text": f"Line {line} waits {minutes} min at {where}. Please change there for line 3.",
            "nl": f"Lijn {line} wacht {minutes} min bij {where}. {DUTCH}",
        },
    }


def message(i: int) -> bytes:
    match topic_of(i):
        case "trams/positions":
            payload = REPORTED[report(i)]
        case "trams/passengers":
            payload = json.dumps(passengers(i)).encode()
        case "stops/announcement":
            payload = json.dumps(announcement(i)).encode()
        case _:
            payload = b'{"stop": "Docks", "works": false}'
    return payload[: len(payload) // 2] if is_cut(i) else payload


def run(i: int) -> None:
    LATEST["accepted"] = receive(topic_of(i), message(i))
    LATEST["screen"] = screen_at(stop_asking(i), now_at(i))
