"""The stock: copies come in, and whoever waits for a title goes on."""

import asyncio

AWAITED: dict[str, set[asyncio.Future[None]]] = {}


async def arrival(title: str) -> None:
    """Wait until a copy of this title has come in."""
    arrived: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    waiting = AWAITED.setdefault(title, set())
    waiting.add(arrived)
    try:
        await arrived
    finally:
        waiting.discard(arrived)
        if not waiting and AWAITED.get(title) is waiting:
            del AWAITED[title]


def arrive(title: str) -> None:
    """A copy has come in."""
    for arrived in AWAITED.pop(title, set()):
        if not arrived.done():
            arrived.set_result(None)
