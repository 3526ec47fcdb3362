"""Seeded chance: the `random` module and `os.urandom` repeat themselves once a run has begun."""

import os
import random
from collections.abc import Callable

from leaklab.world.patching import replace_everywhere


class SeededRandom(random.Random):
    """The judge's own, with methods of its own: the program may replace those of `random.Random`."""


for _name in ("seed", "random", "getrandbits", "randbytes", "_randbelow", "randrange", "randint", "uniform"):
    setattr(SeededRandom, _name, getattr(random.Random, _name))


class _Urandom:
    """`os.urandom` until a run begins; then the bytes of a generator of that run's seed."""

    __slots__ = ("__name__", "_real", "_source")

    def __init__(self, real: Callable[[int], bytes]) -> None:
        self.__name__ = "urandom"
        self._real = real
        self._source: random.Random | None = None

    def seed(self, seed: int | None) -> None:
        self._source = None if seed is None else SeededRandom(seed)

    def __call__(self, size: int, /) -> bytes:
        return self._real(size) if self._source is None else self._source.randbytes(size)


_urandom = _Urandom(os.urandom)


def install_chance() -> None:
    """Replace `os.urandom`, also where a module has imported it by name already. Does so once."""
    if not isinstance(os.urandom, _Urandom):
        replace_everywhere([(os.urandom, _urandom)])


def seed_chance(seed: int, *, urandom: bool = True) -> None:
    random.seed(seed)
    if urandom:
        _urandom.seed(seed)


def release_chance() -> None:
    _urandom.seed(None)
