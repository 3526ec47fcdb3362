"""What the control room announces: to some stops, and until some time."""

import json
from typing import Any

ANNOUNCED: dict[str, dict[str, Any]] = {}
MOST = 20


def on_announcement(payload: bytes) -> None:
    """The message has the spoken text too, which is for the loudspeakers."""
    announced = json.loads(payload)["shown"]
    ANNOUNCED[announced["id"]] = announced
    while len(ANNOUNCED) > MOST:
        del ANNOUNCED[next(iter(ANNOUNCED))]


def current(stop: str, now: int) -> list[str]:
    """In the order of their ids."""
    shown = [one for one in ANNOUNCED.values() if now < one["until"] and stop in one["stops"]]
    return [one["text"] for one in sorted(shown, key=lambda one: one["id"])]
