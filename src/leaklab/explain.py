"""Why it grows: once more in a fresh interpreter, with tracing on, and looking at what survives."""

import tracemalloc
from gc import freeze

from leaklab.allocations import FRAMES, allocation_sites
from leaklab.births import Births, Gathering, by_type, lasts
from leaklab.load import AsyncLoad, Load
from leaklab.report import Explanation, Survivors
from leaklab.retainers import Reach, retainer_paths
from leaklab.roots import root_tiers
from leaklab.running import Run, start, warm_up, with_endings

_SLICES = 8
# A first try is quick; what is rare takes longer to show.
_SLICE_UNITS = (64, 400)
_TRACED_FROM = 2
_MOST_TYPES = 12
_MOST_TARGETS = 4_000

_start, _stop, _snapshot = tracemalloc.start, tracemalloc.stop, tracemalloc.take_snapshot


def explain(run: Run) -> Explanation:
    """The lines, the types and the paths. Raises Ended."""
    load, _, _ = start(run, with_check=False)
    warm_up(run, load, run.command.program.contract.warm_up)
    run.wire.phase("explain")
    for slice_units in _SLICE_UNITS:
        found = _explained(run, load, slice_units)
        if found.retainers:
            break
    return found


def _explained(run: Run, load: Load, slice_units: int) -> Explanation:
    births = Births(_SLICES)
    snapshots: list[tracemalloc.Snapshot | None] = [None, None]

    def sliced() -> None:
        for number in range(_SLICES):
            load.go(slice_units)
            load.drain()
            run.output.flush()
            births.end_slice()
            if number + 1 == _TRACED_FROM:
                snapshots[0] = _snapshot()
                # The snapshot itself is not born in the next slice.
                freeze()

    _start(FRAMES)
    try:
        with_endings(run, "load", load, sliced)
        snapshots[1] = _snapshot()
    finally:
        _stop()
    units = _SLICES * slice_units
    before, after = snapshots
    assert before is not None
    assert after is not None
    alive = births.survivors()
    gathered = [one for one in births.gatherings() if lasts(one.taken_in)]
    types = by_type(alive, units)
    known = {row.type for row in types}
    targets = [item for items in alive.values() for item in items if type(item).__name__ in known][:_MOST_TARGETS]
    leaves = [one for one in gathered if type(one.newest).__name__ not in known]
    tiers = root_tiers(run.place, load.loop if isinstance(load, AsyncLoad) else None)
    reach = Reach(tiers, [*targets, *(one.container for one in leaves)])
    paths = [(path, 1) for path in map(reach.path_to, targets) if path is not None]
    held = [(one, reach.path_to(one.container, one.newest)) for one in leaves]
    paths += [(path, sum(one.taken_in)) for one, path in held if path is not None]
    rows = types + _leaves([one for one, path in held if path is not None], units)
    return Explanation(
        units=units,
        allocations=allocation_sites(before, after, units - _TRACED_FROM * slice_units, run.place),
        survivors=tuple(sorted(rows, key=lambda row: -row.count)[:_MOST_TYPES]),
        retainers=retainer_paths(paths),
    )


def _leaves(gathered: list[Gathering], units: int) -> tuple[Survivors, ...]:
    """What the collector cannot see, strings and the like, that gathers in a container."""
    rows: dict[str, Survivors] = {}
    for one in gathered:
        name = type(one.newest).__name__
        count = sum(max(0, taken) for taken in one.taken_in)
        if name not in rows:
            cohorts = tuple(max(0, taken) for taken in one.taken_in)
            rows[name] = Survivors(type=name, per_unit=round(count / units, 3), count=count, cohorts=cohorts)
    return tuple(rows.values())
