"""What is kept: all that is alive at the end and was not there when the program had been imported."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from gc import freeze, get_freeze_count, get_objects, get_referents, is_tracked, unfreeze
from tracemalloc import get_object_traceback
from types import ModuleType

from leaklab.explain import tracing
from leaklab.explain.allocations import allocations, birthplace, summed
from leaklab.explain.births import containers, survived_sizes
from leaklab.explain.holders import Survived, holders
from leaklab.explain.lead import SHARE_WITH_SEARCH, seconds_to_look, started
from leaklab.load.load import Load
from leaklab.load.run import Run, with_endings
from leaklab.program.unasked import is_a, module_of_type, size_of, type_name
from leaklab.wire.report import Explanation, Survivors
from leaklab.words import say
from leaklab.world.allowance import Allowance
from leaklab.world.caches import settle
from leaklab.world.stack import Steps

_STRETCH = 32
# Where time counts: tracing may slow a unit thirty times.
_SHORT_STRETCH = 4
# Of what the check saw: so much of it is enough to tell where it comes from.
_ENOUGH = 0.75
# A peak that a collection takes away is looked at before it does.
_MOST_COLLECTIONS = 4
_MOST_TYPES = 12
_MOST_OF_A_TYPE = 400
_LEAST_MEMBERS = 4
_LEAST_SHARE = 0.01
_SHARE_OF_TIME = 0.6


@dataclass(frozen=True, slots=True)
class _Kind:
    """Objects of one type, some of them, with their number and bytes in all."""

    name: str
    count: int
    size: int
    some: list[object]


def explain_kept(run: Run) -> Steps[Explanation]:
    """Raises Ended."""
    allowance = Allowance(run.command.seconds)
    tracing.stop()
    load = yield from started(run)
    # What is there already is out of sight until it is thawed; tracing alone would miss what came off a free list.
    freeze()
    each = seconds_to_look(allowance) / max(1, get_freeze_count()) if allowance.seconds else 0
    tracing.start(tracing.FRAMES)
    try:
        run.wire.phase("explain")
        yield from with_endings(run, "load", load, _fill(run, load, allowance, each))
        before = load.completed
        # First, for a snapshot is made of objects too.
        born = [item for item in get_objects() if not _is_ours(item)]
        now = tracing.snapshot()
        unfreeze()
        kinds = _kinds(born)
        survived = [*_tracked(run, kinds), *_members(run)]
        ids = frozenset(map(id, born))
        del born
    finally:
        # The program is loaded no more.
        tracing.end()
    found = holders(run, load, survived, ids, None, lambda value: False, lambda: allowance.is_spent(SHARE_WITH_SEARCH))
    allocated = allocations({}, summed(now, run.meter_name), max(1, before), run.place, found.made_in)
    notes = found.failed
    missing = run.command.bytes - allocated.total.size
    if missing > (1 - _ENOUGH) * run.command.bytes:
        notes += (say().explanation.rest_is_kept_elsewhere(allocated.total.size, run.command.bytes),)
    if not found.rows and not notes:
        notes = (say().explanation.nothing_holds_it,)
    return Explanation(
        about="kept",
        units=before,
        allocations=allocated.sites,
        survivors=tuple(
            Survivors(type=kind.name, per_unit=round(kind.count / max(1, before), 3), count=kind.count, cohorts=())
            for kind in kinds[:_MOST_TYPES]
            if kind.size >= _LEAST_SHARE * kinds[0].size
        ),
        retainers=found.rows,
        notes=notes,
    )


def _fill(run: Run, load: Load, allowance: Allowance, each: float) -> Steps[None]:
    """
    Until about as much is kept as the check saw, or its units or the time are over; looking takes `each` object so many
    seconds.
    """
    goal = run.command.program.contract.warm_up + run.command.units
    collections = 0
    stretch = _SHORT_STRETCH if allowance.seconds else _STRETCH
    while load.completed < goal and not allowance.is_spent(_SHARE_OF_TIME):
        if each and not allowance.allows(each * (get_freeze_count() + len(get_objects())), SHARE_WITH_SEARCH):
            break
        yield from load.go(min(stretch, goal - load.completed))
        run.wire.phase("explain")
        run.output.flush()
        if _is_enough(run):
            if collections == _MOST_COLLECTIONS:
                return
            collections += 1
            yield from load.drain()
            settle()
            if _is_enough(run):
                return
    yield from load.drain()
    settle()


def _is_enough(run: Run) -> bool:
    return tracemalloc.get_traced_memory()[0] >= _ENOUGH * run.command.bytes


def _is_ours(item: object) -> bool:
    return module_of_type(type(item)).startswith("leaklab")


def _kinds(born: list[object]) -> list[_Kind]:
    """By type, that which takes the most first."""
    counts: dict[str, list[int]] = {}
    some: dict[str, list[object]] = {}
    for item in born:
        name = type_name(item)
        row = counts.setdefault(name, [0, 0])
        row[0] += 1
        row[1] += size_of(item)
        if row[0] <= _MOST_OF_A_TYPE:
            some.setdefault(name, []).append(item)
    kinds = [_Kind(name, count, size, some[name]) for name, (count, size) in counts.items()]
    return sorted(kinds, key=lambda kind: -kind.size)


def _tracked(run: Run, kinds: list[_Kind]) -> Iterator[Survived]:
    """Of each of the largest types some, which stand for all."""
    for kind in kinds[:_MOST_TYPES]:
        sizes = survived_sizes(kind.some)
        each = kind.count / len(kind.some)
        for item in kind.some:
            yield Survived(item, each, each * sizes[id(item)], birthplace(item, run.place))


def _members(run: Run) -> Iterator[Survived]:
    """Containers of what the collector does not look at, such as strings, that was allocated since."""
    for container in containers(get_objects()):
        if is_a(container, ModuleType) or _is_ours(container):
            continue
        members = [held for held in get_referents(container) if not is_tracked(held)]
        if len(members) < _LEAST_MEMBERS:
            continue
        born = [held for held in members if get_object_traceback(held) is not None]
        if len(born) >= _LEAST_MEMBERS:
            size = sum(map(size_of, born))
            yield Survived(container, len(born), size, birthplace(born[-1], run.place), born[-1])
