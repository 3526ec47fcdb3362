"""Nobody types into a run: what waits for that says so, instead of waiting for ever or reading nothing."""

import builtins
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from leaklab.words import say


def _nobody_types(told: str) -> NoReturn:
    # Of Python's own, and none that a program has reason to expect: an EOFError would end a debugger without a word.
    raise RuntimeError(told)


def _input(prompt: object = "", /) -> NoReturn:
    if prompt == "(Pdb) ":
        _breakpoint(named="pdb.set_trace()")
    _nobody_types(say().program.waits_for_input("input()"))


def _breakpoint(*args: Any, named: str = "breakpoint()", **kwargs: Any) -> NoReturn:
    _nobody_types(say().program.waits_for_a_debugger(named))


class _NoKeyboard(io.TextIOBase):
    """In place of `sys.stdin`, also of its `buffer`."""

    @property
    def buffer(self) -> "_NoKeyboard":
        return self

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> NoReturn:
        _nobody_types(say().program.waits_for_stdin("sys.stdin"))

    readline = readlines = readinto = read1 = __next__ = read


@contextmanager
def no_keyboard() -> Iterator[None]:
    """For as long as a program runs."""
    kept = builtins.input, sys.breakpointhook, sys.stdin
    builtins.input, sys.breakpointhook, sys.stdin = _input, _breakpoint, _NoKeyboard()
    try:
        yield
    finally:
        builtins.input, sys.breakpointhook, sys.stdin = kept
