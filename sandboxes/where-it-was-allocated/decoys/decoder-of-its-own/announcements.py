"""What the control room announces: to some stops, and until some time."""

import json
from typing import Any

ANNOUNCED: dict[str, dict[str, Any]] = {}


def on_announcement(payload: bytes) -> None:
    """The message has the spoken text too, which is for the loudspeakers."""
    announced = json.JSONDecoder().decode(payload.decode())["shown"]
    ANNOUNCED[announced["id"]] = announced


def current(stop: str, now: int) -> list[str]:
    """In the order of their ids."""
    shown = [one for one in ANNOUNCED.values() if now < one["until"] and stop in one["stops"]]
    return [one["text"] for one in sorted(shown, key=lambda one: one["id"])]
