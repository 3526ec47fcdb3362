"""Values by units, as a climb gathers them."""

from array import array
from bisect import bisect_left

from leaklab.measure.growth import Growth, growth


class Series:
    """Values by units, in storage that was there before the first: adding one must not move the meter."""

    def __init__(self, capacity: int) -> None:
        self._units = array("q", bytes(8 * capacity))
        self._values = array("q", bytes(8 * capacity))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def last(self) -> int:
        return self._values[self._count - 1]

    @property
    def end(self) -> int:
        """Units at the last value."""
        return self._units[self._count - 1]

    def add(self, units: int, value: int) -> None:
        self._units[self._count] = units
        self._values[self._count] = value
        self._count += 1

    def between(self, first: int, end: int) -> tuple["array[int]", "array[int]"]:
        """Units and values."""
        return self._units[first:end], self._values[first:end]

    def growth_between(self, first: int, end: int) -> Growth:
        return growth(*self.between(first, end))

    def value(self, index: int) -> int:
        return self._values[index]

    def average_between(self, first: int, last: int) -> float:
        """Per unit, from end to end."""
        return (self._values[last] - self._values[first]) / max(1, self._units[last] - self._units[first])

    def later_half(self, first: int = 0) -> int:
        """The one from which on the second half of the units since the `first` was seen."""
        return self.since((self._units[first] + self.end) // 2, first)

    def since(self, units: int, first: int = 0, before: int | None = None) -> int:
        """The first value, from `first` on and `before` another, that was seen after so many units or more."""
        return bisect_left(self._units, units, first, self._count if before is None else before)

    def average_over_doublings(self, least: int, first: int, before: int) -> float:
        """
        Per unit, the mean of many: from `first` on, of each value since a quarter of its units, `before` the first ones
        included; not before the value `least`. Tables that double or grow fourfold were then as full as they are now.
        """
        averages = []
        for last in range(first, self._count):
            quarter = (self._units[last] + before) // 4 - before
            averages.append(self.average_between(self.since(quarter, least, last), last))
        return sum(averages) / len(averages)
