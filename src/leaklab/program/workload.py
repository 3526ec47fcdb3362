"""What is loaded."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Workload:
    """
    One unit of use, and the check that goes with it; each part of the check is optional. `drain`, if there is one,
    finishes what plain units have left for later. `failed`, if there is one, gives what has gone wrong since it was
    last asked: an exception, a sentence, or None; what the load provokes on purpose is no failure. `function` is what
    `run` stands for, where it stands for somebody's own.
    """

    run: Callable[[int], Any]
    before: Callable[[], Any] | None
    during: Callable[[int], Any] | None
    after: Callable[[], Any] | None
    drain: Callable[[], Any] | None = None
    failed: Callable[[int], BaseException | str | None] | None = None
    function: Callable[[int], Any] | None = None
