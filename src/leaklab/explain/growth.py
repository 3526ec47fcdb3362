"""Why it grows: slices of the load, and what is there after each that was not there before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from gc import freeze
from statistics import median

from leaklab.explain import tracing
from leaklab.explain.allocations import allocations, birthplace, summed
from leaklab.explain.births import Births, Gathering, by_type, lasts, survived_sizes, survivors
from leaklab.explain.holders import Survived, holders
from leaklab.explain.lead import SHARE_WITH_SEARCH, lead, seconds_to_look, started
from leaklab.explain.notes import Accounts, notes_on
from leaklab.load.load import Load
from leaklab.load.run import Run, with_endings
from leaklab.program.off_meter import file_sizes
from leaklab.program.unasked import type_name
from leaklab.wire.report import Explanation, Survivors
from leaklab.words import say
from leaklab.world.allowance import Allowance
from leaklab.world.caches import settle
from leaklab.world.stack import Steps, called, keep

_SLICES = 8
_MOST_TYPES = 12
_MOST_TARGETS = 4_000
# Of the growth: the lines need not add up to it more closely than that.
_CLOSE = 0.25
_PROBED = 2
# Of the time that is left beside looking, what a try may take: units are not all alike.
_SHARE_OF_TIME = 0.7
# Where all of it cannot be traced, only the last slices are; lines are compared from the last of them.
_TRACED_LATE = 2
# Units in a slice, with so many frames at least: fewer of both where even that takes too long.
_LESS = ((4, 3), (1, 1))
# Each frame that is kept costs more than the one before, for longer tracebacks differ more.
_DEARER = 1.2


@dataclass(frozen=True, slots=True)
class _Try:
    """
    Units in a slice; how many slices are over when tracing begins, and when lines begin to be compared; the frames of a
    traceback; and whether there is time to look at what is alive.
    """

    slice_units: int
    compared_from: int
    traced_from: int = 0
    frames: int = tracing.FRAMES
    looks: bool = True

    @property
    def units(self) -> int:
        return _SLICES * self.slice_units

    @property
    def traced_units(self) -> int:
        return (_SLICES - self.compared_from) * self.slice_units

    def seconds(self, plain: float, frame: float) -> float:
        """Of a unit without tracing, and what each frame adds."""
        traced = (_SLICES - self.traced_from) * self.frames * frame
        return self.slice_units * (_SLICES * plain + traced)


# A first try is quick. What is rare takes longer to show, and what a full cache replaces must have been traced itself.
_TRIES = (_Try(64, compared_from=2), _Try(400, compared_from=4))
# By so much it may grow meanwhile: who keeps much in each unit is plain from few, and some grow the faster the longer.
_MOST_BYTES = 8 * 1024 * 1024
_LEAST_SLICE = 16


@dataclass(frozen=True, slots=True)
class _Seen:
    """
    What was seen while tracing was on. `gathered` are containers of what the collector does not look at, and all that
    grew are `grew`, by id; `born` are ids too.
    """

    before: tracing.Snapshot
    after: tracing.Snapshot
    files: dict[str, float]
    types: tuple[Survivors, ...] = ()
    survived: Sequence[Survived] = ()
    gathered: Sequence[Gathering] = ()
    born: frozenset[int] = frozenset()
    grew: frozenset[int] = frozenset()
    replaced: frozenset[str] = frozenset()


def explain_growth(run: Run) -> Steps[Explanation]:
    """Raises Ended."""
    allowance = Allowance(run.command.seconds)
    load = yield from started(run)
    yield from lead(run, load, run.command.units, allowance)
    run.wire.phase("explain")
    tries = [_in_memory(each, run.command.bytes) for each in _TRIES]
    for number, each in enumerate(tries):
        began = allowance.used
        fitting = yield from _fitting(run, each, load, allowance)
        found, enough = yield from _tried(run, load, fitting, allowance)
        longer = tries[-1].units / each.units
        # A longer look takes as many times as long, and there is none when the program's own tracing has ended.
        if enough or tracing.is_shared() or longer <= 1 or (allowance.used - began) * longer > allowance.left or number:
            break
    return found


def _in_memory(wanted: _Try, slope: float) -> _Try:
    """As much of it as there is memory for, at so many bytes per unit."""
    most = int(_MOST_BYTES / max(1.0, slope) / _SLICES)
    return replace(wanted, slice_units=min(wanted.slice_units, max(_LEAST_SLICE, most)))


def _fitting(run: Run, wanted: _Try, load: Load, allowance: Allowance) -> Steps[_Try]:
    """
    As much of it as there is time for, as a few units tell: tracing may slow them thirty times. Lines are what costs
    most: first they are taken from fewer units, then with fewer frames, and only then do types and holders go.
    """
    if not allowance.seconds:
        return wanted
    plain = yield from _seconds_of_one(run, load, allowance, 0)
    traced = yield from _seconds_of_one(run, load, allowance, 1)
    frame = _DEARER * max(0.0, traced - plain)
    left = _SHARE_OF_TIME * (allowance.left - seconds_to_look(allowance))
    if wanted.seconds(plain, frame) <= left:
        return wanted
    late = replace(wanted, compared_from=_SLICES - 1, traced_from=_SLICES - _TRACED_LATE)
    if left <= 0:
        late, left = replace(late, looks=False), _SHARE_OF_TIME * allowance.left
    fewer = [
        replace(late, slice_units=units, frames=frames)
        for units, least in _LESS
        for frames in range(tracing.FRAMES, least - 1, -1)
    ]
    fitting = next((one for one in fewer if one.seconds(plain, frame) <= left), fewer[-1])
    most = int(left / max(1e-6, fitting.seconds(plain, frame) / fitting.slice_units))
    return replace(fitting, slice_units=max(1, min(wanted.slice_units, most)))


def _seconds_of_one(run: Run, load: Load, allowance: Allowance, frames: int) -> Steps[float]:
    """A unit, traced with so many frames."""
    began = allowance.used
    tracing.stop()
    if frames:
        tracing.start(frames)
    try:
        yield from with_endings(run, "load", load, load.go(_PROBED))
    finally:
        tracing.stop()
    return (allowance.used - began) / _PROBED


def _tried(run: Run, load: Load, tried: _Try, allowance: Allowance) -> Steps[tuple[Explanation, bool]]:
    """What one try shows, and whether it is enough."""
    began = allowance.used
    seen = yield from _seen(run, load, tried)
    units = tried.traced_units
    found = holders(
        run,
        load,
        seen.survived,
        seen.born,
        seen.grew,
        lambda value: type_name(value) in seen.replaced,
        lambda: allowance.is_spent(SHARE_WITH_SEARCH),
    )
    slope = run.command.bytes
    allocated = allocations(
        summed(seen.before, run.meter_name), summed(seen.after, run.meter_name), units, run.place, found.made_in, slope
    )
    told = (allocated.total.size + allocated.handed_in.size) / units
    # Where the lines account for the growth, none of it can be out of sight; and another load takes its time.
    accounted = slope and told >= (1 - _CLOSE) * slope
    seen_enough = accounted or tracing.is_shared() or allowance.used - began > allowance.left
    grown = None if seen_enough else (yield from _grown(run, load, tried))
    accounts = Accounts(
        units, told, grown, slope, allocated.tables / load.completed, seen.files, traces=tracing.is_shared()
    )
    held = [one for one, is_held in zip(seen.gathered, found.reached[-len(seen.gathered) :], strict=False) if is_held]
    rows = [*seen.types, *_leaves(held, tried.slice_units)]
    notes = found.failed or notes_on(
        accounts, run.command.program, has_types=bool(seen.types), has_holders=bool(found.rows) or not tried.looks
    )
    if tried.traced_from:
        notes += (say().explanation.traced(run.command.program.unit, units, looks=tried.looks),)
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
    snapshots: list[tracing.Snapshot] = []
    files: list[dict[str, int]] = []
    # A meter that traces does so with one frame.
    tracing.stop()
    births = Births(_SLICES) if tried.looks else None

    def sliced() -> Steps[None]:
        for number in range(1, _SLICES + 1):
            if number == tried.traced_from + 1:
                tracing.start(tried.frames)
            yield from load.go(tried.slice_units)
            yield from load.drain()
            # The page hears that it goes on: with tracing on, a slice takes its time.
            run.wire.phase("explain")
            run.output.flush()
            if births is not None:
                births.end_slice()
            if number == tried.compared_from:
                snapshots.append(tracing.snapshot())
                files.append(file_sizes(run.place.kept))
                # These themselves are not born in the next slice.
                freeze()

    try:
        yield from with_endings(run, "load", load, sliced())
        snapshots.append(tracing.snapshot())
        files.append(file_sizes(run.place.kept))
        seen = _Seen(snapshots[0], snapshots[1], _grown_files(files[0], files[1], tried.traced_units))
        if births is None:
            return seen
        # At the bottom of the stack: while tracing is on, each object made takes the longer the deeper its traceback.
        looked: list[_Seen] = []
        yield from called(partial(keep, looked.append, _with_survivors, seen, births, run, tried))
        return looked.pop()
    finally:
        # The search makes so many objects that it takes ten times as long while somebody traces.
        tracing.end()


def _with_survivors(seen: _Seen, births: Births, run: Run, tried: _Try) -> _Seen:
    """The same with what was born and is alive. Tracing is still on."""
    alive = births.alive()
    types = by_type(births, alive, tried.slice_units)
    known = {row.type for row in types}
    targets = [item for items in alive.values() for item in items if type_name(item) in known][:_MOST_TARGETS]
    gatherings = births.gatherings()
    gathered = [one for one in gatherings if lasts(one.taken_in) and type_name(one.newest) not in known]
    sizes = survived_sizes([*targets, *(one.newest for one in gathered)])
    return replace(
        seen,
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
        tracing.start(1)
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
