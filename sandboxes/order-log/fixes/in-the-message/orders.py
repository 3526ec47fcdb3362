"""Payments, and what the log says of them."""

import logging

import logs

logs.configure()
log = logging.getLogger("orders")


def pay(order: int, cents: int) -> None:
    log.info("order %d: paid %.2f", order, cents / 100)
    if cents >= 50_000:
        log.warning("order %d: have a second look", order)
