"""What the people who use the program rely on; a fix must keep it."""

# AUTHOR: Assert each sentence of "behaviour", each time; keep nothing; say in full what was expected and what was seen.

from service import latest, take
from workload import CUSTOMERS, wish_of


def before() -> None:
    first = take("margaret", "a plan")
    assert first == "000001 margaret: a plan", f"A ticket must have its number, the customer and the wish, not {first}."


def during(i: int) -> None:
    shown = latest()
    ticket = f"{i + 2:06} {CUSTOMERS[i % len(CUSTOMERS)]}: {wish_of(i)}"
    assert shown[-1] == ticket, f"The newest ticket must be shown at once: {ticket}, not {shown[-1]}."
    assert len(shown) == min(20, i + 2), f"The desk must show the last 20 tickets at any time, not {len(shown)}."


def after() -> None:
    ticket = take("margaret", "another plan")
    assert latest()[-1] == ticket, f"A ticket must still be taken after the load: {ticket}, not {latest()[-1]}."
