"""What is loaded."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Workload:
    """One unit of use, and the check that goes with it; each part of the check is optional."""

    run: Callable[[int], Any]
    before: Callable[[], Any] | None
    during: Callable[[int], Any] | None
    after: Callable[[], Any] | None
