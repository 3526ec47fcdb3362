"""The feed of prices, one for the whole program."""

import logging
from collections.abc import Callable
from weakref import WeakMethod

Listener = Callable[[int], None]


class Feed:
    def __init__(self) -> None:
        self.listeners: list[WeakMethod[Listener]] = []

    def subscribe(self, listener: Listener) -> None:
        self.listeners.append(WeakMethod(listener))

    def unsubscribe(self, listener: Listener) -> None:
        self.listeners.remove(WeakMethod(listener))

    def publish(self, cents: int) -> None:
        self.listeners = [one for one in self.listeners if one() is not None]
        for reference in list(self.listeners):
            listener = reference()
            if listener is None:
                continue
            try:
                listener(cents)
            except ConnectionError as error:
                logging.debug("a visitor is gone: %s", error)


FEED = Feed()
