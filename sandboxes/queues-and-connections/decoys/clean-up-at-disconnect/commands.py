"""Commands to stations, and the answers that come back over the same connection."""

import asyncio
import itertools
from dataclasses import dataclass
from typing import Any

from stations import Station

# Seconds that a driver waits before a station.
PATIENCE = 30.0

NUMBERS = itertools.count(1)
WAITING: dict[int, "Command"] = {}


@dataclass(eq=False, slots=True)
class Command:
    id: int
    station: Station
    order: dict[str, Any]
    reply: asyncio.Future[dict[str, Any]]

    def message(self) -> dict[str, Any]:
        return {"id": self.id, **self.order}


async def ask(station: Station, order: dict[str, Any]) -> dict[str, Any]:
    """Send an order to a station and wait for its answer. Raises TimeoutError."""
    command = Command(next(NUMBERS), station, order, asyncio.get_running_loop().create_future())
    WAITING[command.id] = command
    station.outbox.put_nowait(command)
    async with asyncio.timeout(PATIENCE):
        return await command.reply


def forget(station: Station) -> None:
    """What a station that has gone will not answer any more."""
    for number in [number for number, command in WAITING.items() if command.station is station]:
        del WAITING[number]


def answered(message: dict[str, Any]) -> None:
    command = WAITING.pop(message["id"], None)
    if command is not None and not command.reply.done():
        command.reply.set_result({"result": message.get("result")})
