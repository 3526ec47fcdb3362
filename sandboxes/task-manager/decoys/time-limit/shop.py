"""The shop: pages watch for titles and reserve copies."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from typing import Any, Protocol

import stock
from manager import TaskManager, retried

log = logging.getLogger(__name__)


class Page(Protocol):
    """A page in a browser. Once it has gone, it is no longer `open`, and what is sent raises an OSError."""

    open: bool

    def __aiter__(self) -> AsyncIterator[str]: ...
    async def send(self, text: str) -> None: ...


class Ledger(Protocol):
    """A branch's book of reservations. Raises an OSError when the branch cannot be reached."""

    async def enter(self, number: int, title: str) -> None: ...


WATCH_FOR = 1_800.0

LEDGERS: dict[str, Ledger] = {}
TASKS = TaskManager()


async def serve(page: Page) -> None:
    """Answer one page until it goes. A line that is cut raises a ConnectionResetError."""
    async for text in page:
        match request_in(text):
            case {"watch": str(title)}:
                TASKS.start(f"watch {title}", watch(title, page))
            case {"reserve": int(number), "title": str(title), "branch": str(branch)} if branch in LEDGERS:
                TASKS.start(f"reserve {number}", reserve(number, title, LEDGERS[branch], page))
            case _:
                await tell(page, unknown=text)


def request_in(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


async def watch(title: str, page: Page) -> None:
    """Tell a page when a copy has come in."""
    async with asyncio.timeout(WATCH_FOR):
        await stock.arrival(title)
    await tell(page, arrived=title)


async def reserve(number: int, title: str, ledger: Ledger, page: Page) -> None:
    """Enter a reservation, whether or not its page stays."""
    try:
        await retried(ledger.enter, number, title)
    except OSError:
        await tell(page, failed=number)
        raise
    await tell(page, reserved=number)


async def tell(page: Page, **news: Any) -> None:
    """Send a page its news, if it is still there."""
    try:
        await page.send(json.dumps(news))
    except OSError as error:
        log.info("%s: %r", news, error)


async def close() -> None:
    """The server calls this when all pages have gone and the process is about to stop."""
    await TASKS.close()
