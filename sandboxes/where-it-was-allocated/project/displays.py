"""The displays at the stops: takes what the broker sends, and answers a display that asks."""

from collections.abc import Callable

from announcements import current, on_announcement
from network import approaching, on_passengers, on_positions

HANDLERS: dict[str, Callable[[bytes], None]] = {
    "trams/positions": on_positions,
    "trams/passengers": on_passengers,
    "stops/announcement": on_announcement,
}
# So many trams a display has room for.
SHOWN = 5


class Screen:
    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.width = 0

    def add(self, text: str) -> None:
        self.rows.append(Row(self, text))
        self.width = max(self.width, len(text))

    def lines(self) -> list[str]:
        return [row.filled() for row in self.rows]


class Row:
    def __init__(self, screen: Screen, text: str) -> None:
        self.screen = screen
        self.text = text

    def filled(self) -> str:
        """As wide as the widest, so that nothing of the last screen stays."""
        return self.text.ljust(self.screen.width)


def receive(topic: str, payload: bytes) -> bool:
    """Whether somebody could use it."""
    handler = HANDLERS.get(topic)
    if handler is None:
        return False
    try:
        handler(payload)
    except (KeyError, TypeError, ValueError):
        return False
    return True


def screen_at(stop: str, now: int) -> list[str]:
    screen = Screen()
    for minutes, line, to in approaching(stop)[:SHOWN]:
        screen.add(f"{line:>2} {to} {minutes} min")
    for text in current(stop, now):
        screen.add(text)
    return screen.lines()
