"""Readings of the meter above a base, at places that are comparable."""

from collections.abc import Callable
from gc import collect, freeze, get_freeze_count, unfreeze
from typing import TypeVar

from leaklab.load.load import Load
from leaklab.measure.growth import GRAIN_BYTES
from leaklab.measure.outside import READS_PER_LOOK_OUTSIDE, Outside
from leaklab.measure.series import Series
from leaklab.wire.report import Read
from leaklab.wire.signals import Wire
from leaklab.world.stack import Steps

# Of a rung's rise: garbage below that changes no verdict.
_SHARE_OF_GARBAGE = 0.1

_Made = TypeVar("_Made")


def measured(meter: Callable[[], int], make: Callable[[], _Made]) -> tuple[_Made, int]:
    """What is made, and the bytes that it took."""
    before = meter()
    made = make()
    return made, meter() - before


class Reads:
    """Takes the readings. Another series beside `sizes` is read in `look`, and judged by the same rule."""

    def __init__(
        self,
        meter: Callable[[], int],
        settle: Callable[[], None],
        base: int,
        load: Load,
        wire: Wire,
        capacity: int,
        outside: Outside | None = None,
    ) -> None:
        self._meter = meter
        self._settle = settle
        self.base = base
        self._load = load
        self._wire = wire
        self._outside = outside
        self._frozen = True
        self.sizes = Series(capacity)
        # The read from which on they are looked at.
        self.first = 0
        self.peak = 0

    @property
    def outside(self) -> float:
        """Bytes per unit by which memory grows that the meter does not see."""
        return self._outside.rate() if self._outside is not None else 0.0

    def pass_outside(self, limit: int) -> bool:
        """Whether what the meter does not see has grown by more than so many bytes."""
        return self._outside is not None and self._outside.passes(limit)

    @property
    def frozen(self) -> bool:
        """Whether collections leave out what was alive before."""
        return self._frozen

    def begin_anew(self) -> None:
        """What was read so far is no longer looked at; from now on every collection looks at all there is."""
        unfreeze()
        self._frozen = False
        self.first = len(self.sizes)
        self.peak = 0

    def charge_to_base(self, make: Callable[[], _Made]) -> _Made:
        """What is made for the judge is not the program's."""
        made, size = measured(self._meter, make)
        self.base += size
        return made

    def settle_all(self) -> tuple[int, int]:
        """Collect also what was frozen and has died since: the objects alive, and the bytes that this freed."""
        self._settle()
        before = self._meter()
        unfreeze()
        self._settle()
        freed = before - self._meter()
        freeze()
        alive = get_freeze_count()
        if not self._frozen:
            unfreeze()
        return alive, freed

    def take(self, units: int, rung: int) -> Steps[None]:
        self.sizes.add(units, (yield from self.look(units, rung)))
        if self._outside is not None and not len(self.sizes) % READS_PER_LOOK_OUTSIDE:
            self._outside.take(units)

    def look(self, units: int, rung: int) -> Steps[int]:
        """
        Bytes above the base, with the load's work still in flight for the peak, if any is; then drained and settled.
        """
        if self._load.overlaps:
            collect()
            self.peak = max(self.peak, self._meter() - self.base)
            yield from self._load.drain()
        self._settle()
        size = self._meter() - self.base
        self.peak = max(self.peak, size)
        self._wire.read(Read(units, size, rung))
        return size

    def are_misled(self, first: int, freed: int, budget: int, sensitivity: float) -> bool:
        """
        Whether what looks like growth since the read `first`, or goes over the budget, is partly what was `freed`: what
        has been frozen and dies as a cycle is never collected, nor is what it refers to, be it born later.
        """
        if not self._frozen:
            return False
        if self.sizes.growth_between(first, len(self.sizes)).rests(sensitivity):
            return self.peak > budget >= self.peak - freed
        return freed > max(GRAIN_BYTES, _SHARE_OF_GARBAGE * (self.sizes.last - self.sizes.value(first)))
