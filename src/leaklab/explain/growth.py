"""Why it grows: slices of the load, and what is there after each that was not there before."""

import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass
from gc import freeze
from statistics import median

from leaklab.explain.allocations import FRAMES, Snapshot, allocations, birthplace, snapshot, summed
from leaklab.explain.births import Births, Gathering, by_type, lasts, survived_sizes, survivors
from leaklab.explain.holders import Survived, holders
from leaklab.explain.lead import lead, started, time_to_look
from leaklab.explain.notes import Accounts, notes_on
from leaklab.load.load import Load
from leaklab.load.run import Run, with_endings
from leaklab.program.off_meter import file_sizes
from leaklab.program.unasked import type_name
from leaklab.wire.report import Explanation, Survivors
from leaklab.world.allowance import Allowance
from leaklab.world.caches import settle
from leaklab.world.stack import Steps

_SLICES = 8
_MOST_TYPES = 12
_MOST_TARGETS = 4_000
# Of the growth: the lines need not add up to it more closely than that.
_CLOSE = 0.25
_PROBED = 2

_start, _stop = tracemalloc.start, tracemalloc.stop


@dataclass(frozen=True, slots=True)
class _Try:
    """Units in a slice, and the slice from which on lines are compared."""

    slice_units: int
    traced_from: int

    @property
    def units(self) -> int:
        return _SLICES * self.slice_units

    @property
    def traced_units(self) -> int:
        return (_SLICES - self.traced_from) * self.slice_units


# A first try is quick. What is rare takes longer to show, and what a full cache replaces must have been traced itself.
_TRIES = (_Try(64, 2), _Try(400, 4))


@dataclass(frozen=True, slots=True)
class _Seen:
    """
    What was seen while tracing was on. `gathered` are containers of what the collector does not look at, and all that
    grew are `grew`, by id; `born` are ids too.
    """

    before: Snapshot
    after: Snapshot
    files: dict[str, float]
    types: tuple[Survivors, ...]
    survived: list[Survived]
    gathered: list[Gathering]
    born: frozenset[int]
    grew: frozenset[int]
    replaced: frozenset[str]


def explain_growth(run: Run) -> Steps[Explanation]:
    """Raises Ended."""
    allowance = Allowance(run.command.seconds)
    load = yield from started(run)
    yield from lead(run, load, run.command.units, allowance)
    run.wire.phase("explain")
    for number, each in enumerate(_TRIES):
        began = allowance.used
        fitting = yield from _fitting(run, each, load, allowance)
        found, enough = yield from _tried(run, load, fitting, allowance)
        # A longer look takes as many times as long.
        if enough or (allowance.used - began) * _TRIES[-1].units / each.units > allowance.left or number:
            break
    return found


def _fitting(run: Run, wanted: _Try, load: Load, allowance: Allowance) -> Steps[_Try]:
    """As much of it as there is time for, as a few units with tracing on tell: that may slow them thirty times."""
    if not allowance.seconds:
        return wanted
    began = allowance.used
    _stop()
    _start(FRAMES)
    try:
        yield from with_endings(run, "load", load, load.go(_PROBED))
    finally:
        _stop()
    left = max(0.0, allowance.left - time_to_look())
    most = left * _PROBED / (2 * _SLICES * max(1e-6, allowance.used - began))
    return _Try(max(1, round(min(wanted.slice_units, most))), wanted.traced_from)


def _tried(run: Run, load: Load, tried: _Try, allowance: Allowance) -> Steps[tuple[Explanation, bool]]:
    """What one try shows, and whether it is enough."""
    began = allowance.used
    seen = yield from _seen(run, load, tried)
    units = tried.traced_units
    found = holders(run, load, seen.survived, seen.born, seen.grew, lambda value: type_name(value) in seen.replaced)
    slope = run.command.bytes
    allocated = allocations(
        summed(seen.before, run.meter_name), summed(seen.after, run.meter_name), units, run.place, found.made_in, slope
    )
    told = (allocated.total.size + allocated.handed_in.size) / units
    # Where the lines account for the growth, none of it can be out of sight; and another load takes its time.
    accounted = slope and told >= (1 - _CLOSE) * slope
    seen_enough = accounted or allowance.used - began > allowance.left
    grown = None if seen_enough else (yield from _grown(run, load, tried))
    accounts = Accounts(units, told, grown, slope, allocated.tables / load.completed, seen.files)
    held = [one for one, is_held in zip(seen.gathered, found.reached[-len(seen.gathered) :], strict=False) if is_held]
    rows = [*seen.types, *_leaves(held, tried.slice_units)]
    notes = found.failed or notes_on(
        accounts, run.command.program, has_types=bool(seen.types), has_holders=bool(found.rows)
    )
    explanation = Explanation(
        about="growth",
        units=tried.units,
        allocations=allocated.sites,
        survivors=tuple(sorted(rows, key=lambda row: (-row.per_unit, -row.count))[:_MOST_TYPES]),
        retainers=found.rows,
        notes=notes,
    )
    return explanation, bool(found.rows) and not accounts.replaces


def _seen(run: Run, load: Load, tried: _Try) -> Steps[_Seen]:
    snapshots: list[Snapshot] = []
    files: list[dict[str, int]] = []
    # A meter that traces does so with one frame.
    _stop()
    births = Births(_SLICES)

    def sliced() -> Steps[None]:
        for number in range(1, _SLICES + 1):
            yield from load.go(tried.slice_units)
            yield from load.drain()
            # The page hears that it goes on: with tracing on, a slice takes its time.
            run.wire.phase("explain")
            run.output.flush()
            births.end_slice()
            if number == tried.traced_from:
                snapshots.append(snapshot())
                files.append(file_sizes(run.place.kept))
                # These themselves are not born in the next slice.
                freeze()

    _start(FRAMES)
    try:
        yield from with_endings(run, "load", load, sliced())
        snapshots.append(snapshot())
        files.append(file_sizes(run.place.kept))
        alive = births.alive()
        types = by_type(births, alive, tried.slice_units)
        known = {row.type for row in types}
        targets = [item for items in alive.values() for item in items if type_name(item) in known][:_MOST_TARGETS]
        gatherings = births.gatherings()
        gathered = [one for one in gatherings if lasts(one.taken_in) and type_name(one.newest) not in known]
        sizes = survived_sizes([*targets, *(one.newest for one in gathered)])
        return _Seen(
            before=snapshots[0],
            after=snapshots[1],
            files=_grown_files(files[0], files[1], tried.traced_units),
            types=types,
            survived=[
                *(Survived(item, 1, sizes[id(item)], birthplace(item, run.place)) for item in targets),
                *(_gathered(one, sizes, birthplace(one.newest, run.place)) for one in gathered),
            ],
            gathered=gathered,
            born=frozenset(id(item) for items in alive.values() for item in items),
            grew=births.grew(),
            replaced=frozenset(row.type for row in types if births.is_replaced(row.type, row.count)),
        )
    finally:
        _stop()


def _gathered(one: Gathering, sizes: dict[int, int], made_in: str | None) -> Survived:
    count = sum(one.taken_in)
    return Survived(one.container, count, count * sizes[id(one.newest)], made_in, one.newest)


def _grown(run: Run, load: Load, tried: _Try) -> Steps[float]:
    """Bytes per unit by the meter without tracing: what most slices show, for a table that doubles does so in one."""
    grown: list[float] = []

    def sliced() -> Steps[None]:
        before = run.in_use()
        for _ in range(_SLICES):
            yield from load.go(tried.slice_units)
            yield from load.drain()
            run.wire.phase("explain")
            run.settle()
            after = run.in_use()
            grown.append((after - before) / tried.slice_units)
            before = after

    if run.meter_name == "tracemalloc":
        _start(1)
    settle()
    yield from with_endings(run, "load", load, sliced())
    return median(grown)


def _grown_files(before: dict[str, int], after: dict[str, int], units: int) -> dict[str, float]:
    return {path: (size - before.get(path, 0)) / units for path, size in after.items() if size > before.get(path, 0)}


def _leaves(gathered: Sequence[Gathering], slice_units: int) -> tuple[Survivors, ...]:
    """What the collector cannot see, strings and the like, that gathers in a container; the fastest of each type."""
    rows: dict[str, Survivors] = {}
    for one in gathered:
        name = type_name(one.newest)
        if name not in rows:
            rows[name] = survivors(name, [max(0, taken) for taken in one.taken_in], slice_units)
    return tuple(rows.values())
