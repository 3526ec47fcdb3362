"""The stations that are connected, and what is to be sent to each."""

import asyncio
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

from starlette.websockets import WebSocket, WebSocketDisconnect

# Commands for one station: as many as may come while it pauses.
MOST = 40

STATIONS: dict[str, "Station"] = {}


class Message(Protocol):
    def message(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Tariff:
    price: dict[str, Any]

    def message(self) -> dict[str, Any]:
        return {"tariff": self.price}


CURRENT = [Tariff({})]


class Busy(Exception):
    """A station has not read for so long that no further command is taken for it."""


class Station:
    """One connection of a station. It has room for some commands and for one tariff, the newest."""

    def __init__(self, name: str, websocket: WebSocket) -> None:
        self.name = name
        self.websocket = websocket
        self.report: dict[str, Any] = {}
        self.tariff: Tariff | None = None
        self.commands: deque[Message] = deque()
        self.news = asyncio.Event()

    def tell(self, tariff: Tariff) -> None:
        self.tariff = tariff
        self.news.set()

    def order(self, command: Message) -> None:
        if len(self.commands) >= MOST:
            raise Busy
        self.commands.append(command)
        self.news.set()

    async def write(self) -> None:
        """Send the newest tariff and what commands there are, at the pace at which the station reads."""
        with suppress(WebSocketDisconnect):
            while await self.news.wait():
                self.news.clear()
                while message := self.take():
                    await self.websocket.send_json(message.message())

    def take(self) -> Message | None:
        if self.tariff is not None:
            tariff, self.tariff = self.tariff, None
            return tariff
        return self.commands.popleft() if self.commands else None


def enter(station: Station) -> None:
    STATIONS[station.name] = station
    station.tell(CURRENT[0])


def leave(station: Station) -> None:
    """Unless the station has connected again meanwhile."""
    if STATIONS.get(station.name) is station:
        del STATIONS[station.name]


def announce(price: dict[str, Any]) -> None:
    """Tell every station the new tariff, without waiting for any."""
    CURRENT[0] = Tariff(price)
    for station in STATIONS.values():
        station.tell(CURRENT[0])
