"""What the dashboard and the database rely on."""

from weakref import ref

from pools import Pool, busy
from workload import LATEST, STAYING

# Of each pool that stays one connection is busy, as the jobs leave it.
BEFORE = [0]


def during(i: int) -> None:
    expected = BEFORE[0] + 1 + i % 4
    assert LATEST[0] == expected, f"The gauge must add up {expected} busy connections, not {LATEST[0]}."
    BEFORE[0] = len(STAYING)
    assert busy() == BEFORE[0], f"The gauge must add up {BEFORE[0]} busy connections, not {busy()}."
    if i % 10 == 0:
        pool = Pool("pool 0")
        gone = ref(pool)
        pool.take()
        assert busy() == BEFORE[0] + 1, f"The gauge must add up {BEFORE[0] + 1} busy connections, not {busy()}."
        del pool
        assert gone() is None, "A pool must be gone as soon as its job lets go of it."
