"""What units import: code, which a program would hold as well if it had imported it before the first of them."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from leaklab.world.stack import unseen

# The import system of this interpreter; `importlib` has it by another name.
_BOOTSTRAP: Any = sys.modules["_frozen_importlib"]


class Imports:
    """Bytes of each module that is imported while `measured`, by name, with all that it imports itself."""

    def __init__(self, in_use: Callable[[], int], settle: Callable[[], None]) -> None:
        self._in_use = in_use
        self._settle = settle
        self._taken: dict[str, int] = {}
        self._inside = False

    @property
    def size(self) -> int:
        """Of those that are still there: what was dropped is no reason to keep something else."""
        return sum(taken for name, taken in self._taken.items() if taken > 0 and name in sys.modules)

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Python looks up this function for each module that is not there yet, and nothing else goes through it."""
        real = _BOOTSTRAP._find_and_load

        def find_and_load(name: str, import_: Any) -> Any:
            # Once each: a module that is dropped and imported again is a cache of its own making.
            if self._inside or name in self._taken:
                return real(name, import_)
            self._inside = True
            before = self._settled()
            try:
                return real(name, import_)
            finally:
                self._taken[name] = self._settled() - before
                self._inside = False

        # Tracebacks leave out the frames of the import system, and this is one of them.
        _BOOTSTRAP._find_and_load = unseen(find_and_load, real.__code__.co_filename)
        try:
            yield
        finally:
            _BOOTSTRAP._find_and_load = real

    def _settled(self) -> int:
        self._settle()
        return self._in_use()
