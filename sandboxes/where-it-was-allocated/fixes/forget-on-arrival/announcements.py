"""What the control room announces: to some stops, and until some time."""

import json
from typing import Any

ANNOUNCED: dict[str, dict[str, Any]] = {}


def on_announcement(payload: bytes) -> None:
    """The message has the spoken text too, which is for the loudspeakers."""
    message = json.loads(payload)
    announced = message["shown"]
    ANNOUNCED[announced["id"]] = announced
    forget_what_is_over(message["sent"])


def forget_what_is_over(now: int) -> None:
    for over in [one["id"] for one in ANNOUNCED.values() if one["until"] <= now]:
        del ANNOUNCED[over]


def current(stop: str, now: int) -> list[str]:
    """In the order of their ids."""
    shown = [one for one in ANNOUNCED.values() if now < one["until"] and stop in one["stops"]]
    return [one["text"] for one in sorted(shown, key=lambda one: one["id"])]
