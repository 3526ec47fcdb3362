"""Work that goes on beside its caller."""

import logging
from collections.abc import Awaitable
from typing import Any

log = logging.getLogger(__name__)


async def alone(work: Awaitable[Any], name: str) -> None:
    """Do work whose failure is logged here and spares its siblings."""
    try:
        await work
    except Exception as error:
        log.warning("%s: %r", name, error)
