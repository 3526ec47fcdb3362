"""A climb with nothing to do, before any program is there."""

from functools import cache
from gc import freeze, unfreeze

from leaklab.load.load import PlainLoad
from leaklab.measure.contents import count_entries
from leaklab.measure.ladder import climb
from leaklab.measure.reads import Reads
from leaklab.program.workload import Workload
from leaklab.wire.signals import Wire
from leaklab.world.caches import settle
from leaklab.world.chance import SeededRandom
from leaklab.world.stack import drive


@cache
def rehearse() -> None:
    """Climb a few rungs with nothing to do: what the judge itself sets up on first use must not count as growth."""
    load = PlainLoad(Workload(lambda unit: None), 0)
    reads = Reads(lambda: 0, settle, 0, load, Wire(0, lambda signal: None), 16)
    freeze()
    count_entries()
    drive(climb(load, reads, 4, 0, 1.0, SeededRandom(0), lambda seen, at_cap: False))
    unfreeze()
