"""One unit is one payment, and every sixth is large."""

from orders import pay


def order_of(i: int) -> tuple[int, int]:
    """Its number, and how much is paid, in cents."""
    return 700_000 + i, 49_999 + i % 6 // 5 * 7_000 + i % 6


def run(i: int) -> None:
    pay(*order_of(i))
