"""Payments, and what the log says of them."""

import logging

import logs

logs.configure()


class OrderLog(logging.LoggerAdapter[logging.Logger]):
    def process(self, msg, kwargs):  # noqa: ANN001, ANN201
        return f"order {self.extra['order']}: {msg}", kwargs  # type: ignore[index]


def pay(order: int, cents: int) -> None:
    log = OrderLog(logging.getLogger("orders"), {"order": order})
    log.info("paid %.2f", cents / 100)
    if cents >= 50_000:
        log.warning("have a second look")
