"""The feed of prices, one for the whole program."""

import logging
from collections.abc import Callable

Listener = Callable[[int], None]


class Feed:
    def __init__(self) -> None:
        self.listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> None:
        self.listeners.append(listener)

    def unsubscribe(self, listener: Listener) -> None:
        self.listeners.remove(listener)

    def publish(self, cents: int) -> None:
        for listener in list(self.listeners):
            try:
                listener(cents)
            except ConnectionError as error:
                logging.debug("a visitor is gone: %s", error)


FEED = Feed()
