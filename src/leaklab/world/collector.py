"""Counts the full collections that a program asks for; those of the judge and of the interpreter are not among them."""

import gc
from collections.abc import Callable

from leaklab.world.patching import replace_everywhere

_FULL = 2


class _Collect:
    """`gc.collect` in the eyes of the program."""

    __slots__ = ("__name__", "_real", "full")

    def __init__(self, real: Callable[[int], int]) -> None:
        self.__name__ = "collect"
        self._real = real
        self.full = 0

    def __call__(self, generation: int = _FULL) -> int:
        found = self._real(generation)
        self.full += generation == _FULL
        return found


_collect = _Collect(gc.collect)


def install_collector() -> None:
    """Replace `gc.collect`, also where a module other than the judge's has imported it by name. Does so once."""
    if not isinstance(gc.collect, _Collect):
        replace_everywhere([(gc.collect, _collect)])


def full_collections() -> int:
    """How many the program has asked for."""
    return _collect.full
