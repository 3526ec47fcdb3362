"""The order gateway: tills send orders, kitchens show them, cooks take them, tills are told."""

import asyncio
import logging

import background
import receipts
from wire import Answer, Kitchen, Order, Till

SHOW_TIMEOUT = 5.0

KITCHENS: dict[str, Kitchen] = {}
TILLS: set[Till] = set()

log = logging.getLogger(__name__)


async def serve(till: Till) -> None:
    """Take orders from one till until it hangs up."""
    TILLS.add(till)
    try:
        async for text in till:
            try:
                order = Order.parse(text)
            except (ValueError, KeyError, TypeError) as error:
                log.info("not an order: %s", error)
                await till.send(Answer("", "rejected").encode())
                continue
            background.start(f"order {order.id}", deliver, order, till)
    finally:
        TILLS.discard(till)


async def deliver(order: Order, till: Till) -> Answer:
    """Show an order in its kitchen, wait until a cook has taken it, and tell the till."""
    receipt = receipts.expect(order.id)
    try:
        async with asyncio.timeout(SHOW_TIMEOUT):
            await KITCHENS[order.kitchen].show(order)
        cook = await receipt
    except asyncio.CancelledError:
        await till.send(Answer(order.id, "withdrawn").encode())
        raise
    except OSError:
        await till.send(Answer(order.id, "failed").encode())
        raise
    answer = Answer(order.id, "confirmed", cook)
    await till.send(answer.encode())
    return answer


async def announce(notice: str) -> None:
    """Tell every till, as far as it is still there."""
    for till in list(TILLS):
        try:
            await till.send(Answer("", notice).encode())
        except ConnectionResetError:
            log.info("a till has gone before %r", notice)
