"""What is reported of the trams: where they all are, and who got on."""

import json
from collections import Counter
from sys import intern

# The last report on all of them: when each calls where, its line, and where it goes.
FLEET: dict[str, list[tuple[dict[str, int], str, str]]] = {"trams": []}
BOARDED: Counter[str] = Counter()


def on_positions(payload: bytes) -> None:
    report = json.loads(payload)
    FLEET["trams"] = [
        ({intern(stop): minutes for stop, minutes in tram["calls"].items()}, intern(tram["line"]), intern(tram["to"]))
        for tram in report["trams"]
    ]


def on_passengers(payload: bytes) -> None:
    counted = json.loads(payload)
    for stop, number in counted["boarded"].items():
        BOARDED[stop] += number


def approaching(stop: str) -> list[tuple[int, str, str]]:
    """In minutes, with line and destination; the soonest first."""
    return sorted((calls[stop], line, to) for calls, line, to in FLEET["trams"] if stop in calls)
