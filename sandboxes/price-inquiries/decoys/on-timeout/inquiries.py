"""Questions and their answers, over one connection for all."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import count

Send = Callable[[int, str], Awaitable[None]]

PATIENCE = 2.0
NUMBERS = count(1)
WAITING: dict[int, asyncio.Future[str]] = {}


async def ask(send: Send, question: str) -> str | None:
    """The answer, or None when there is none in time."""
    number = next(NUMBERS)
    future: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    WAITING[number] = future
    await send(number, question)
    try:
        answer = await asyncio.wait_for(future, PATIENCE)
    except TimeoutError:
        del WAITING[number]
        return None
    del WAITING[number]
    return answer


def receive(number: int, answer: str) -> None:
    future = WAITING.get(number)
    if future is not None and not future.done():
        future.set_result(answer)
