"""What the people who use the program rely on; a fix must keep it."""

# AUTHOR: Assert each sentence of "behaviour", during the load too, and keep nothing; messages are full sentences.

from service import latest, take
from workload import CUSTOMERS, wish_of


def before() -> None:
    assert take("margaret", "a plan").endswith("margaret: a plan"), "A ticket must name the customer and the wish."


def during(i: int) -> None:
    shown = latest()
    assert shown[-1].endswith(f"{CUSTOMERS[i % len(CUSTOMERS)]}: {wish_of(i)}"), (
        "The newest ticket must be shown at once."
    )
    assert len(shown) == 20 or i < 20, "The desk must show the last 20 tickets at any time."


def after() -> None:
    take("margaret", "another plan")
    assert latest()[-1].endswith("margaret: another plan"), "A ticket must still be taken after the load."
