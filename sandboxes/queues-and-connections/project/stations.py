"""The stations that are connected, and what is to be sent to each."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

from starlette.websockets import WebSocket, WebSocketDisconnect

STATIONS: dict[str, "Station"] = {}


class Message(Protocol):
    def message(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Tariff:
    price: dict[str, Any]

    def message(self) -> dict[str, Any]:
        return {"tariff": self.price}


CURRENT = [Tariff({})]


class Station:
    """One connection of a station. Whoever has something for it puts it into the outbox."""

    def __init__(self, name: str, websocket: WebSocket) -> None:
        self.name = name
        self.websocket = websocket
        self.report: dict[str, Any] = {}
        self.outbox: asyncio.Queue[Message] = asyncio.Queue()

    async def write(self) -> None:
        """Send what is in the outbox, at the pace at which the station reads."""
        with suppress(WebSocketDisconnect):
            while True:
                message = await self.outbox.get()
                await self.websocket.send_json(message.message())


def enter(station: Station) -> None:
    STATIONS[station.name] = station
    station.outbox.put_nowait(CURRENT[0])


def leave(station: Station) -> None:
    """Unless the station has connected again meanwhile."""
    if STATIONS.get(station.name) is station:
        del STATIONS[station.name]


def announce(price: dict[str, Any]) -> None:
    """Tell every station the new tariff, without waiting for any."""
    CURRENT[0] = Tariff(price)
    for station in STATIONS.values():
        station.outbox.put_nowait(CURRENT[0])
