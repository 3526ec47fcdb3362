"""What those who read the warehouse rely on."""

from warehouse import WAREHOUSE
from workload import event_of

# The number that comes next, and what was wrong.
NEXT = [0]
PROBLEMS: list[str] = []


def see(event: dict[str, object]) -> None:
    expected = event_of(NEXT[0])
    if dict(event) != expected and not PROBLEMS:
        PROBLEMS.append(f"As number {NEXT[0]} the warehouse must get {expected}, not {event}.")
    NEXT[0] += 1


def before() -> None:
    WAREHOUSE.seen.append(see)


def during(i: int) -> None:
    assert not PROBLEMS, PROBLEMS[0]
    waits = i - NEXT[0]
    assert waits < 500, f"No event may wait for more than 500 others, and number {NEXT[0]} waits for {waits}."
