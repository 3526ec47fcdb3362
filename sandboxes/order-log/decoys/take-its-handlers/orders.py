"""Payments, and what the log says of them."""

import logging

import logs

logs.configure()


def pay(order: int, cents: int) -> None:
    log = logging.getLogger(f"orders.{order}")
    log.info("paid %.2f", cents / 100)
    if cents >= 50_000:
        log.warning("have a second look")
    for handler in list(log.handlers):
        log.removeHandler(handler)
