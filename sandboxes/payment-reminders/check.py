"""What the customers rely on."""

from reminders import REMINDERS
from workload import LATEST, TWO_WEEKS, UNPAID

# Planned before all others, and due long after the last order.
FAR = 10 * TWO_WEEKS
SHOWN: set[int] = set()


def before() -> None:
    for step in range(5):
        REMINDERS.plan(FAR + 5 - step, f"far {5 - step}")
    REMINDERS.cancel(REMINDERS.plan(FAR, "never"))


def during(i: int) -> None:
    expected = []
    if i >= 21 and (i - 21) % 6 == 0:
        expected = [f"order {i - 21} has left"]
    elif i >= 20 and (i - 20) % 6 == 0:
        expected = [f"order {i - 20} is packed"]
    assert expected == LATEST, f"At minute {i} there must come up {expected}, not {LATEST}."
    if i % 100 == 0:
        number = REMINDERS.plan(float(i), "at once")
        assert REMINDERS.due(float(i)) == ["at once"], "A reminder must come up when it is due."
        REMINDERS.cancel(number)
        assert REMINDERS.due(float(i)) == [], "A reminder must come up once."


def after() -> None:
    texts = REMINDERS.due(FAR + 10)
    far = [text for text in texts if text.startswith("far")]
    expected = [f"far {step}" for step in range(1, 6)]
    assert far == expected, f"What is due late must come up too, the earliest first: {expected}, not {far}."
    assert "never" not in texts, "A reminder that was cancelled must never come up."
    unpaid = sum(text.endswith("is not paid") for text in texts)
    assert unpaid == len(UNPAID), f"{len(UNPAID)} orders were not paid, and {unpaid} are reminded."
