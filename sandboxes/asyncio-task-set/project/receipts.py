"""Receipts: a cook takes an order, and whoever waits for that order goes on."""

import asyncio
from weakref import WeakValueDictionary

AWAITED: WeakValueDictionary[str, asyncio.Future[str]] = WeakValueDictionary()


def expect(order_id: str) -> asyncio.Future[str]:
    """The cook's name, once one has taken the order."""
    receipt: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    AWAITED[order_id] = receipt
    return receipt


def confirm(order_id: str, cook: str) -> bool:
    """Whether somebody still waited for this order."""
    receipt = AWAITED.get(order_id)
    if receipt is None or receipt.done():
        return False
    receipt.set_result(cook)
    return True


def withdraw(order_id: str) -> bool:
    """Whether the order was still waiting and could be withdrawn."""
    receipt = AWAITED.get(order_id)
    return receipt is not None and receipt.cancel()
