"""What the control room announces: to some stops, and until some time."""

import json
from copy import deepcopy
from typing import Any

ANNOUNCED: dict[str, dict[str, Any]] = {}


def on_announcement(payload: bytes) -> None:
    """The message has the spoken text too, which is for the loudspeakers."""
    message = json.loads(payload)
    announced = deepcopy(message["shown"])
    del message
    ANNOUNCED[announced["id"]] = announced


def current(stop: str, now: int) -> list[str]:
    """In the order of their ids."""
    shown = [one for one in ANNOUNCED.values() if now < one["until"] and stop in one["stops"]]
    return [one["text"] for one in sorted(shown, key=lambda one: one["id"])]
