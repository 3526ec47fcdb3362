"""Pools of connections, and a gauge over all of them."""

from weakref import ref

POOLS: "list[ref[Pool]]" = []


class Pool:
    def __init__(self, name: str) -> None:
        self.name = name
        self.busy = 0
        POOLS.append(ref(self))

    def take(self) -> None:
        self.busy += 1

    def give_back(self) -> None:
        self.busy -= 1


def busy() -> int:
    """The gauge."""
    pools = [reference() for reference in POOLS]
    return sum(pool.busy for pool in pools if pool is not None)
