"""What is reported of the trams: where they all are, and who got on."""

import json
from collections import Counter
from typing import Any

# The last report on all of them.
FLEET: dict[str, list[dict[str, Any]]] = {"trams": []}
BOARDED: Counter[str] = Counter()


def on_positions(payload: bytes) -> None:
    report = json.loads(payload)
    FLEET["trams"] = report["trams"]


def on_passengers(payload: bytes) -> None:
    counted = json.loads(payload)
    for stop, number in counted["boarded"].items():
        BOARDED[stop] += number


def approaching(stop: str) -> list[tuple[int, str, str]]:
    """In minutes, with line and destination; the soonest first."""
    calls = [(tram["calls"][stop], tram["line"], tram["to"]) for tram in FLEET["trams"] if stop in tram["calls"]]
    return sorted(calls)
