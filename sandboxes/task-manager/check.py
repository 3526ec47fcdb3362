"""What every fix must keep: pages that stay are told, reservations are entered, and the shop can be closed."""

import asyncio
import gc
from itertools import cycle

import shop
import workload
from workload import OPEN, OTHERS, PATIENCE, PROMPT, SESSIONS, STAYING, Page, arrive

ROUND = 150
# Seconds of virtual time that a page waits for its title, through two of these.
LONG = 3_000.0
# Seconds within which the shop must be closed; what is under way takes less than ten.
CLOSED_WITHIN = 60.0


class Slow:
    """Pages of its own: each waits long for one title, and one until the end."""

    page: Page | None = None
    last: Page | None = None
    title = ""
    calls = 0


def all_is_well() -> None:
    problem = workload.PROBLEMS[0] if workload.PROBLEMS else workload.late()
    assert not problem, problem


async def during(i: int) -> None:
    all_is_well()
    call, Slow.calls = Slow.calls, Slow.calls + 1
    if call % ROUND == 0:
        if Slow.last is None:
            Slow.last = waiting_for("last of all")
        page, title = Slow.page, Slow.title
        Slow.title = f"letters to {call}"
        Slow.page = waiting_for(Slow.title)
        if page is not None:
            await asyncio.sleep(LONG)
            await come_in(page, title)
            page.leave()
            OTHERS.remove(page)


def waiting_for(title: str) -> Page:
    page = Page()
    page.watch(title)
    OTHERS.append(page)
    return page


async def come_in(page: Page, title: str) -> None:
    """A copy for which a page has waited while many others came and went, and while the collector ran."""
    gc.collect()
    arrive(title)
    await asyncio.sleep(2 * PROMPT)
    all_is_well()


async def after() -> None:
    if Slow.page is not None and Slow.last is not None:
        await come_in(Slow.page, Slow.title)
        await come_in(Slow.last, "last of all")
    await asyncio.sleep(10 * PROMPT)
    all_is_well()
    assert not OPEN, f"Every reservation must be entered or fail in the end; {next(iter(OPEN))} is not."
    await stop()


async def stop() -> None:
    """As the server stops: pages are there until the last, and some have just reserved."""
    pages = [*STAYING, *OTHERS, *(Page() for _ in range(6))]
    for number, (page, branch) in enumerate(zip(pages, cycle(("harbour", "market", "abbey", "castle")), strict=False)):
        page.watch("a title that never comes")
        page.reserve(900_000 + number, "at the last", branch)
    await asyncio.sleep(0.01)
    for number, page in enumerate(pages):
        page.leave(cut=number % 3 == 0)
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while SESSIONS and asyncio.get_running_loop().time() < deadline:
        await asyncio.sleep(0.1)
    for session in [*SESSIONS]:
        session.cancel()
    await asyncio.sleep(0.01)
    try:
        async with asyncio.timeout(CLOSED_WITHIN):
            await shop.close()
    except TimeoutError:
        raise AssertionError(f"close() must come back, and after {CLOSED_WITHIN:.0f} seconds it had not.") from None
    problem = workload.PROBLEMS[0] if workload.PROBLEMS else ""
    assert not problem, problem
    for reservation in [*OPEN.values()]:
        assert reservation.decided, (
            f"What was begun must be finished when close() comes back; "
            f"reservation {reservation.number} was asked for before that, and is not entered."
        )
        reservation.close_if_over()
    assert not OPEN, workload.late() or "?"
    left = asyncio.all_tasks() - {asyncio.current_task()}
    names = sorted(task.get_name() for task in left)
    assert not names, f"No task may be left when close() comes back, and one is, which is called {names[0]!r}."
