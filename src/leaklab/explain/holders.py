"""From survivors to the rows on who holds them."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from leaklab.explain.births import is_measured_type
from leaklab.explain.edges import is_full
from leaklab.explain.retainers import Held, Reach, retainer_paths
from leaklab.explain.roots import root_tiers
from leaklab.explain.storing import Stores
from leaklab.load.load import AsyncLoad, Load
from leaklab.load.run import Run
from leaklab.program.unasked import is_a
from leaklab.wire.report import RetainerPath
from leaklab.words import say


@dataclass(frozen=True, slots=True)
class Survived:
    """
    An object that survived and stands for `count` of its like, or with `member` a container of so many of those.
    `size` is theirs in all; `birthplace` the learner's file it was made in.
    """

    value: object
    count: float
    size: float
    birthplace: str | None = None
    member: object = None


@dataclass(frozen=True, slots=True)
class Found:
    """
    Rows; for each that survived whether a root leads to it, and the file that makes what the first row is about.
    `failed` says so where the search did not come to its end, by a fault or by the time.
    """

    rows: tuple[RetainerPath, ...]
    reached: tuple[bool, ...]
    made_in: str | None
    failed: tuple[str, ...] = ()


def holders(
    run: Run,
    load: Load,
    survived: Sequence[Survived],
    born: Collection[int],
    gathered: Collection[int] | None,
    may_replace: Callable[[object], bool],
    is_over: Callable[[], bool],
) -> Found:
    """
    `born` are ids of what the load made, `gathered` of containers that grew; None where it is asked what is kept, grown
    or not. What hangs on a container that did not grow only replaces its like, if its type may; and so does what hangs
    on one that is full, beside what gathers elsewhere. Lines and types are worth having without holders, and some paths
    where the time `is_over` before all are found.
    """
    try:
        return _search(run, load, survived, born, gathered, may_replace, is_over)
    except MemoryError:
        raise
    except Exception as error:
        failed = say().explanation.holders_failed(type(error).__name__)
        return Found((), (False,) * len(survived), None, (failed,))


def _search(
    run: Run,
    load: Load,
    survived: Sequence[Survived],
    born: Collection[int],
    gathered: Collection[int] | None,
    may_replace: Callable[[object], bool],
    is_over: Callable[[], bool],
) -> Found:
    tiers = root_tiers(run.place, load.loop if is_a(load, AsyncLoad) else None, born)
    ours = (run.output, *run.output.streams.values())
    reach = Reach(tiers, [one.value for one in survived], ours, born, gathered or (), is_over)
    retained = reach.retained({id(one.value): one.size for one in survived})
    paths = [reach.path_to(one.value, one.member) for one in survived]

    def replaces(value: object, *, full: bool) -> bool:
        entry = reach.entry(value)
        if entry is None or gathered is None:
            return False
        if full and is_full(entry):
            return True
        return is_measured_type(type(entry)) and id(entry) not in gathered and may_replace(value)

    def rows_of(*, full: bool) -> tuple[RetainerPath, ...]:
        return retainer_paths(
            Held(
                path,
                one.count,
                retained[id(one.value)],
                replaced=one.count * (one.member is None and replaces(one.value, full=full)),
            )
            for one, path in zip(survived, paths, strict=True)
            if path is not None
        )

    rows = rows_of(full=True) or rows_of(full=False)
    places = Counter(
        one.birthplace
        for one, path in zip(survived, paths, strict=True)
        if one.birthplace is not None and _is_on(path, rows[:1])
    )
    stores = Stores(run.place)
    rows = tuple(replace(row, stored=stores.on(row.steps)) for row in rows)
    return Found(
        rows,
        tuple(path is not None for path in paths),
        places.most_common(1)[0][0] if places else None,
        (say().explanation.search_cut,) if reach.is_cut else (),
    )


def _is_on(path: tuple[str, ...] | None, rows: Sequence[RetainerPath]) -> bool:
    """Whether a path is of a row's kind, as far as root, length and type tell."""
    return path is not None and any(
        path[0] == row.root and path[-1] == row.type and len(path) == len(row.steps) for row in rows
    )
