"""Counts the full collections that a program asks for; those of the judge and of the interpreter are not among them."""

import gc
import sys
from collections.abc import Callable
from types import ModuleType

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
    real = gc.collect
    if isinstance(real, _Collect):
        return
    for name, module in list(sys.modules.items()):
        if not isinstance(module, ModuleType) or name.partition(".")[0] == "leaklab":
            continue
        for key, value in list(vars(module).items()):
            if value is real:
                setattr(module, key, _collect)


def full_collections() -> int:
    """How many the program has asked for."""
    return _collect.full
