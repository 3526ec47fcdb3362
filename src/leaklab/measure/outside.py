"""Memory that malloc does not know of: mapped pages, other allocators (jemalloc, Rust's, Go's), stacks of threads."""

import os
from collections.abc import Callable
from itertools import pairwise

from leaklab.measure.growth import growth, troughs
from leaklab.measure.series import Series

# Looking at all pages takes longer than reading the meter.
READS_PER_LOOK_OUTSIDE = 4
# Allocators take pages by the hundred kilobytes and keep some; less than that is no growth.
_LEAST_BYTES = 256 * 1024
_PARTS = 4
# Of an even rise, what each part must bring at least.
_LEAST_SHARE = 0.4
_LEAST_READS = 2 * _PARTS


def resident() -> int:
    """
    Bytes of pages that only this process can give back: anonymous ones, swapped out or not, and shared memory. Pages of
    mapped files are the system's cache. Raises OSError where there is no such file (it came with Linux 4.14).
    """
    descriptor = os.open("/proc/self/smaps_rollup", os.O_RDONLY)
    try:
        text = os.read(descriptor, 4096)
    finally:
        os.close(descriptor)
    sizes = dict(line.split(b":", 1) for line in text.splitlines()[1:])
    return sum(1024 * int(sizes[name].split()[0]) for name in (b"Anonymous", b"Swap", b"Pss_Shmem") if name in sizes)


class Outside:
    """Readings of what is in memory outside of malloc, in storage that was there before the first."""

    def __init__(self, read: Callable[[], int], capacity: int) -> None:
        self._read = read
        self._sizes = Series(capacity)

    def take(self, units: int) -> None:
        self._sizes.add(units, self._read())

    def passes(self, limit: int) -> bool:
        """Whether it has risen by more than `limit` bytes since the first reading, and does so steadily."""
        return self._sizes.last - self._sizes.value(0) > limit and self.rate() > 0

    def rate(self) -> float:
        """Bytes per unit by which it rises steadily in the second half of the load; 0.0 where it does not."""
        units, sizes = self._sizes.between(self._sizes.since(self._sizes.end // 2), len(self._sizes))
        if len(sizes) < _LEAST_READS:
            return 0.0
        _, lowest = troughs(units, sizes, _PARTS)
        rise = lowest[-1] - lowest[0]
        even = rise / (_PARTS - 1)
        steady = all(after - before >= _LEAST_SHARE * even for before, after in pairwise(lowest))
        return growth(units, sizes).slope if rise >= _LEAST_BYTES and steady else 0.0
