"""Pools of connections, and a gauge over all of them."""

from weakref import WeakSet

POOLS: "WeakSet[Pool]" = WeakSet()


class Pool:
    def __init__(self, name: str) -> None:
        self.name = name
        self.busy = 0
        POOLS.add(self)

    def take(self) -> None:
        self.busy += 1

    def give_back(self) -> None:
        self.busy -= 1


def busy() -> int:
    """The gauge."""
    return sum(pool.busy for pool in POOLS)
