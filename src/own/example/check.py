"""What must hold whatever you change. Check asserts it under load.

Each function may be left out.
"""


def before() -> None:
    """Once, before the load."""


def during(i: int) -> None:
    """After each unit."""


def after() -> None:
    """Once, after the load."""
