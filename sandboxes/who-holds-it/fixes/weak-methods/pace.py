"""How many letters a mailing sends in one round. Whoever is on call turns it down when the mail servers are busy."""

from collections.abc import Callable
from weakref import WeakMethod


class Pace:
    def __init__(self, letters: int) -> None:
        self.letters = letters
        self.listeners: list[WeakMethod[Callable[[int], None]]] = []

    def on_change(self, listener: Callable[[int], None]) -> None:
        self.listeners.append(WeakMethod(listener, self.listeners.remove))

    def change(self, letters: int) -> None:
        self.letters = letters
        for reference in list(self.listeners):
            if (listener := reference()) is not None:
                listener(letters)


PACE = Pace(letters=4)
