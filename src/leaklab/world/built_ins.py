"""
What a program replaced of the built-ins, and of the modules that the standard library's own rest on, is there while it
runs, and set aside while the judge works: that uses the standard library too. Our own modules have built-ins of their
own (see `leaklab`).
"""

import builtins
import linecache
import os
import traceback

_SPACES = tuple(map(vars, (builtins, os, traceback, linecache)))
_ABSENT = object()
# As they were when a program was first let in; its own, by namespace, while they are set aside; whose are in place.
_real: list[dict[str, object]] = []
_theirs: tuple[dict[str, object], ...] = tuple({} for _ in _SPACES)
_in_place = ["ours"]


class _Place:
    """A context in which either side's are in place; within itself and within the other one too."""

    __slots__ = ("_before", "_whose")

    def __init__(self, whose: str) -> None:
        self._whose = whose
        self._before: list[str] = []

    def __enter__(self) -> None:
        self._before.append(_in_place[0])
        _put(self._whose)

    def __exit__(self, *raised: object) -> None:
        _put(self._before.pop())


PROGRAMS_BUILT_INS = _Place("theirs")
OUR_BUILT_INS = _Place("ours")


def _put(whose: str) -> None:
    if whose == _in_place[0]:
        return
    if not _real:
        _real.extend(map(dict, _SPACES))
    _in_place[0] = whose
    for here, real, theirs in zip(_SPACES, _real, _theirs, strict=True):
        if whose == "theirs":
            for name, value in theirs.items():
                if value is _ABSENT:
                    del here[name]
                else:
                    here[name] = value
            theirs.clear()
            continue
        for name, ours in real.items():
            value = here.get(name, _ABSENT)
            if value is not ours:
                theirs[name] = value
                here[name] = ours
