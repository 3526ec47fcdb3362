"""What every fix must keep: each order gets its one answer, however long it waits and whatever happens beside it."""

import asyncio
import gc

import receipts
import workload
from workload import Till

ROUND = 150
GRACE = 5.0


class Slow:
    """A till of its own, at which there is always one order that no cook takes for a long while."""

    till: Till | None = None
    order_id = ""
    calls = 0


async def during(i: int) -> None:
    assert not workload.PROBLEMS, workload.PROBLEMS[0]
    now = asyncio.get_running_loop().time()
    for till in workload.STAYING:
        oldest = next(iter(till.expected.values()), None)
        assert oldest is None or now < oldest.due, "Every order that a till has sent must be answered in the end."
    call, Slow.calls = Slow.calls, Slow.calls + 1
    if call % ROUND == 0:
        Slow.till = Slow.till or Till()
        before, Slow.order_id = Slow.order_id, f"slow {call}"
        Slow.till.order(Slow.order_id, "counter", "confirmed")
        Slow.till.order(f"quick {call}", "pastry", "confirmed")
        if before:
            await take(Slow.till, before)


async def take(till: Till, order_id: str) -> None:
    """Take an order that has waited while many others came and went, and while the collector ran."""
    await asyncio.sleep(GRACE)
    quick = order_id.replace("slow", "quick")
    assert quick not in till.expected, "A till's next order must not wait until a cook has taken the one before."
    gc.collect()
    known = receipts.confirm(order_id, "Dana")
    assert known, "A cook may take an order however long it has waited, but the gateway no longer waited for it."
    await asyncio.sleep(GRACE)
    assert order_id not in till.expected, "An order that waited long must be answered once a cook has taken it."


async def after() -> None:
    if Slow.till is not None:
        await take(Slow.till, Slow.order_id)
    await asyncio.sleep(workload.PATIENCE)
    assert not workload.PROBLEMS, workload.PROBLEMS[0]
    for till in (*workload.STAYING, *workload.VISITING):
        assert not till.expected, "Every order that a till has sent must be answered in the end."
        assert not till.inbox, "A till's orders must be read as they come."
    assert any(till.rejected for till in workload.STAYING), "A text that is not an order must be answered as rejected."
    assert all(till.notices for till in workload.STAYING), "An announcement must reach every till that is there."
