"""What support relies on."""

from journal import JOURNAL
from workload import order_of

# How many lines there were before this payment.
WRITTEN = [0]


def during(i: int) -> None:
    order, cents = order_of(i)
    levels = ["INFO", "WARNING"] if cents >= 50_000 else ["INFO"]
    count, WRITTEN[0] = JOURNAL.written - WRITTEN[0], JOURNAL.written
    assert count == len(levels), f"The payment of order {order} must be logged in {len(levels)} lines, not {count}."
    for level, line in zip(levels, list(JOURNAL.lines)[-count:], strict=True):
        assert str(order) in line, f"A line must name its order, {order}, and says {line!r}."
        assert level in line, f"The line of order {order} must be of level {level}, and says {line!r}."
        amount = f"{cents / 100:.2f}"
        if level == "INFO":
            assert amount in line, f"A payment must be logged with its amount, {amount}, not as {line!r}."
        wanted = "paid" if level == "INFO" else "second look"
        assert wanted in line, f"The {level} of order {order} must say {wanted!r}, and says {line!r}."
