"""How many letters a mailing sends in one round. Whoever is on call turns it down when the mail servers are busy."""

from collections import deque
from collections.abc import Callable


class Pace:
    def __init__(self, letters: int) -> None:
        self.letters = letters
        self.listeners: deque[Callable[[int], None]] = deque(maxlen=20)

    def on_change(self, listener: Callable[[int], None]) -> None:
        self.listeners.append(listener)

    def change(self, letters: int) -> None:
        self.letters = letters
        for listener in self.listeners:
            listener(letters)


PACE = Pace(letters=4)
