"""Why it grows: once more in a fresh interpreter, with tracing on, and looking at what survives."""

import tracemalloc
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from gc import freeze

from leaklab.allocations import FRAMES, allocation_sites, birthplace
from leaklab.births import Births, Gathering, by_type, lasts, survived_sizes, survivors
from leaklab.load import AsyncLoad, Load
from leaklab.notes import OutOfSight, notes_on, out_of_sight
from leaklab.report import Explanation, RetainerPath, Survivors
from leaklab.retainers import Held, Reach, retainer_paths
from leaklab.roots import root_tiers
from leaklab.running import Run, start, warm_up, with_endings

_SLICES = 8
# A first try is quick; what is rare takes longer to show.
_SLICE_UNITS = (64, 400)
_TRACED_FROM = 2
_MOST_TYPES = 12
_MOST_TARGETS = 4_000

_start, _stop, _snapshot = tracemalloc.start, tracemalloc.stop, tracemalloc.take_snapshot


@dataclass(frozen=True, slots=True)
class _Traced:
    """
    What was seen while tracing was on. `targets` are survivors, `leaves` what gathers where the collector does not
    look; `birthplaces` are of both, in that order.
    """

    before: tracemalloc.Snapshot
    after: tracemalloc.Snapshot
    hidden: tuple[OutOfSight, OutOfSight]
    types: tuple[Survivors, ...]
    targets: list[object]
    leaves: list[Gathering]
    sizes: dict[int, int]
    birthplaces: list[str | None]


def explain(run: Run) -> Explanation:
    """The lines, the types and the paths. Raises Ended."""
    load, _, _ = start(run, with_check=False)
    warm_up(run, load, run.command.program.contract.warm_up)
    run.wire.phase("explain")
    for slice_units in _SLICE_UNITS:
        found = _explained(run, load, _traced(run, load, slice_units), slice_units)
        if found.retainers:
            break
    return found


def _traced(run: Run, load: Load, slice_units: int) -> _Traced:
    snapshots: list[tracemalloc.Snapshot] = []
    hidden: list[OutOfSight] = []
    births = Births(_SLICES)

    def sliced() -> None:
        for number in range(1, _SLICES + 1):
            load.go(slice_units)
            load.drain()
            # The page hears that it goes on: with tracing on, a slice takes its time.
            run.wire.phase("explain")
            run.output.flush()
            births.end_slice()
            if number == _TRACED_FROM:
                snapshots.append(_snapshot())
                # The snapshot itself is not born in the next slice.
                freeze()
            if number in (_TRACED_FROM, _SLICES):
                hidden.append(out_of_sight(run))

    # A meter that traces does so with one frame.
    _stop()
    _start(FRAMES)
    try:
        with_endings(run, "load", load, sliced)
        snapshots.append(_snapshot())
        alive = births.alive()
        types = by_type(alive, slice_units)
        known = {row.type for row in types}
        targets = [item for items in alive.values() for item in items if type(item).__name__ in known][:_MOST_TARGETS]
        gathered = [one for one in births.gatherings() if lasts(one.taken_in)]
        leaves = [one for one in gathered if type(one.newest).__name__ not in known]
        born = [*targets, *(one.newest for one in leaves)]
        return _Traced(
            before=snapshots[0],
            after=snapshots[1],
            hidden=(hidden[0], hidden[1]),
            types=types,
            targets=targets,
            leaves=leaves,
            sizes=survived_sizes(born),
            birthplaces=[birthplace(value, run.place) for value in born],
        )
    finally:
        _stop()


def _explained(run: Run, load: Load, traced: _Traced, slice_units: int) -> Explanation:
    targets, leaves, sizes = traced.targets, traced.leaves, traced.sizes
    tiers = root_tiers(run.place, load.loop if isinstance(load, AsyncLoad) else None)
    ours = (run.output, *run.output.streams.values())
    reach = Reach(tiers, [*targets, *(one.container for one in leaves)], ours)
    paths = [reach.path_to(value) for value in targets] + [reach.path_to(one.container, one.newest) for one in leaves]
    retained = reach.retained(sizes)
    alike = [
        *((1, retained.get(id(value), 0)) for value in targets),
        *((sum(one.taken_in), sum(one.taken_in) * sizes.get(id(one.newest), 0)) for one in leaves),
    ]
    retainers = retainer_paths(
        Held(path, count, size) for path, (count, size) in zip(paths, alike, strict=True) if path is not None
    )
    held = [one for one, path in zip(leaves, paths[len(targets) :], strict=True) if path is not None]
    rows = [*traced.types, *_leaves(held, slice_units)]
    on_first = [where for where, path in zip(traced.birthplaces, paths, strict=True) if _is_on(path, retainers[:1])]
    traced_units = (_SLICES - _TRACED_FROM) * slice_units
    sites = allocation_sites(traced.before, traced.after, traced_units, run.place, _most_common(on_first))
    return Explanation(
        units=_SLICES * slice_units,
        allocations=sites,
        survivors=tuple(sorted(rows, key=lambda row: (-row.per_unit, -row.count))[:_MOST_TYPES]),
        retainers=retainers,
        notes=notes_on(run, *traced.hidden, traced_units, sites, rows),
    )


def _is_on(path: tuple[str, ...] | None, rows: Sequence[RetainerPath]) -> bool:
    """Whether a path is of a row's kind, as far as root, length and type tell."""
    return path is not None and any(
        path[0] == row.root and path[-1] == row.type and len(path) == len(row.steps) for row in rows
    )


def _most_common(places: list[str | None]) -> str | None:
    counted = Counter(place for place in places if place is not None)
    return counted.most_common(1)[0][0] if counted else None


def _leaves(gathered: list[Gathering], slice_units: int) -> tuple[Survivors, ...]:
    """What the collector cannot see, strings and the like, that gathers in a container; the fastest of each type."""
    rows: dict[str, Survivors] = {}
    for one in gathered:
        name = type(one.newest).__name__
        if name not in rows:
            rows[name] = survivors(name, [max(0, taken) for taken in one.taken_in], slice_units)
    return tuple(rows.values())
