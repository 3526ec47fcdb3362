"""What every fix must keep: each order gets its one answer, however long it waits and whatever happens beside it."""

import asyncio
import gc

import receipts
import workload
from workload import OTHERS, SHOW_WITHIN, Till

ROUND = 150
GRACE = 5.0
# Seconds of virtual time; an order waits through two of these.
LONG = 3_000.0


class Slow:
    """A till of its own, at which orders wait that no cook takes for a long while, one of them until the end."""

    till: Till | None = None
    order_id = ""
    calls = 0


def all_is_well() -> None:
    assert not workload.PROBLEMS, told(workload.PROBLEMS[0])
    for till in workload.there():
        late = till.late()
        assert not late, told(late)


def told(problem: str) -> str:
    fall = workload.fell_over()
    return problem if problem.startswith(fall) else fall + problem


async def during(i: int) -> None:
    all_is_well()
    call, Slow.calls = Slow.calls, Slow.calls + 1
    if call % ROUND == 0:
        if Slow.till is None:
            Slow.till = Till()
            OTHERS.append(Slow.till)
            Slow.till.order("last of all", "counter", "confirmed", within=None)
        before, Slow.order_id = Slow.order_id, f"slow {call}"
        Slow.till.order(Slow.order_id, "counter", "confirmed", within=None)
        Slow.till.order(f"quick {call}", "pastry", "confirmed", within=GRACE)
        if before:
            await asyncio.sleep(LONG)
            await take(Slow.till, before)


async def take(till: Till, order_id: str) -> None:
    """Take an order that has waited while many others came and went, and while the collector ran."""
    await asyncio.sleep(GRACE)
    all_is_well()
    gc.collect()
    known = receipts.confirm(order_id, "Dana")
    assert known, f"A cook may take an order however long it has waited; {order_id!r} was no longer waited for."
    assert not receipts.withdraw(order_id), "An order that a cook has taken cannot be withdrawn any more."
    assert not receipts.confirm(order_id, "Bo"), "An order that a cook has taken cannot be taken by another."
    await asyncio.sleep(GRACE)
    assert order_id not in till.expected, "An order that waited long must be answered once a cook has taken it."


async def after() -> None:
    if Slow.till is not None:
        await take(Slow.till, Slow.order_id)
        await take(Slow.till, "last of all")
    await asyncio.sleep(2 * SHOW_WITHIN)
    all_is_well()
    for till in workload.there():
        assert not till.expected, f"Every order must be answered in the end, and {next(iter(till.expected))!r} was not."
        assert not till.inbox, "A till's orders must be read as they come."
