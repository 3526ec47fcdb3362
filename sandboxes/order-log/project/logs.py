"""One handler for the whole program; its lines go to the journal."""

import logging

from journal import JOURNAL


def configure() -> None:
    handler = logging.StreamHandler(JOURNAL)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
