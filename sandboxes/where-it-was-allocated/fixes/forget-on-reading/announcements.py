"""What the control room announces: to some stops, and until some time."""

import json
from typing import Any

ANNOUNCED: dict[str, dict[str, Any]] = {}


def on_announcement(payload: bytes) -> None:
    """The message has the spoken text too, which is for the loudspeakers."""
    announced = json.loads(payload)["shown"]
    ANNOUNCED[announced["id"]] = announced


def current(stop: str, now: int) -> list[str]:
    """In the order of their ids."""
    for over in [one["id"] for one in ANNOUNCED.values() if one["until"] <= now]:
        del ANNOUNCED[over]
    shown = [one for one in ANNOUNCED.values() if stop in one["stops"]]
    return [one["text"] for one in sorted(shown, key=lambda one: one["id"])]
