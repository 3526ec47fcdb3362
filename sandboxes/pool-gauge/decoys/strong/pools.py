"""Pools of connections, and a gauge over all of them."""

POOLS: "list[Pool]" = []


class Pool:
    def __init__(self, name: str) -> None:
        self.name = name
        self.busy = 0
        POOLS.append(self)

    def take(self) -> None:
        self.busy += 1

    def give_back(self) -> None:
        self.busy -= 1


def busy() -> int:
    """The gauge."""
    POOLS[:] = [pool for pool in POOLS if pool.busy]
    return sum(pool.busy for pool in POOLS)
