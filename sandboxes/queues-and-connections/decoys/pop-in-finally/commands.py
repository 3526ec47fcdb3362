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
    order: dict[str, Any]
    reply: asyncio.Future[dict[str, Any]]

    def message(self) -> dict[str, Any]:
        return {"id": self.id, **self.order}


async def ask(station: Station, order: dict[str, Any]) -> dict[str, Any]:
    """Send an order to a station and wait for its answer. Raises TimeoutError."""
    command = Command(next(NUMBERS), order, asyncio.get_running_loop().create_future())
    WAITING[command.id] = command
    try:
        station.outbox.put_nowait(command)
        async with asyncio.timeout(PATIENCE):
            return await command.reply
    finally:
        WAITING.pop(command.id, None)


def answered(message: dict[str, Any]) -> None:
    command = WAITING.get(message["id"])
    if command is not None and not command.reply.done():
        command.reply.set_result({"result": message.get("result")})
