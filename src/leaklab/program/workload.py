"""What is loaded."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import iscoroutinefunction
from typing import Any


@dataclass(frozen=True, slots=True)
class Workload:
    """
    One unit of use, and the check that goes with it; each part of the check is optional. `drain`, if there is one,
    finishes what plain units have left for later. `failed`, if there is one, gives what has gone wrong since it was
    last asked: an exception, a sentence, or None; what the load provokes on purpose is no failure. `took`, if there
    is one, sees what a unit raised, if anything, and may take it out; `asserted` gives what an assert in it said.
    """

    run: Callable[[int], Any]
    before: Callable[[], Any] | None = None
    during: Callable[[int], Any] | None = None
    after: Callable[[], Any] | None = None
    drain: Callable[[], Any] | None = None
    failed: Callable[[int], BaseException | str | None] | None = None
    took: Callable[[int, list[BaseException]], None] | None = None
    asserted: Callable[[int], BaseException | None] | None = None

    @property
    def is_async(self) -> bool:
        return iscoroutinefunction(self.run) or iscoroutinefunction(type(self.run).__call__)
