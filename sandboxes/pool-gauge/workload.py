"""One unit is one job with a pool of its own; a few pools stay for a while, and names come again."""

from collections import deque

from pools import Pool, busy

STAYING: deque[Pool] = deque()
# What the gauge said in this job.
LATEST = [0]


def run(i: int) -> None:
    pool = Pool(f"pool {i % 3}")
    for _ in range(1 + i % 4):
        pool.take()
    LATEST[0] = busy()
    for _ in range(i % 4):
        pool.give_back()
    if i % 5 == 0:
        STAYING.append(pool)
    if len(STAYING) > 4:
        STAYING.popleft()
    pool = None
