"""What lines, types and paths cannot show, said rather than left out."""

import os
import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass

from leaklab.describe import describe_slope, plural
from leaklab.elsewhere import file_sizes
from leaklab.report import AllocationSite, Survivors
from leaklab.running import Run

_NAMED_FILES = 3
# What tracing takes for each block beyond what it owns up to: headers of the allocator, and the trace itself.
_TRACE_BYTES = 64


@dataclass(frozen=True, slots=True)
class OutOfSight:
    """Bytes of each file, and bytes of memory in use that are neither traced nor what tracing itself takes."""

    files: dict[str, int]
    untraced: int


def out_of_sight(run: Run) -> OutOfSight:
    files = file_sizes(run.place.kept)
    traced, _ = tracemalloc.get_traced_memory()
    untraced = run.meter() - traced - tracemalloc.get_tracemalloc_memory()
    return OutOfSight(files, untraced)


def notes_on(
    run: Run,
    before: OutOfSight,
    after: OutOfSight,
    units: int,
    sites: Sequence[AllocationSite],
    rows: Sequence[Survivors],
) -> tuple[str, ...]:
    """Sentences on what grew out of sight over `units` units."""
    untraced = (after.untraced - before.untraced) / units
    return (*_on_files(run, before.files, after.files, units), *_on_memory(run, untraced, units, sites, rows))


def _on_files(run: Run, before: dict[str, int], after: dict[str, int], units: int) -> tuple[str, ...]:
    grown = {path: size - before.get(path, 0) for path, size in after.items() if size > before.get(path, 0)}
    per_unit = sum(grown.values()) / units
    if per_unit < run.command.program.contract.sensitivity:
        return ()
    names = sorted(grown, key=lambda path: -grown[path])
    rest = f" and {len(names) - _NAMED_FILES:,} more" if len(names) > _NAMED_FILES else ""
    told = ", ".join(os.path.basename(name) for name in names[:_NAMED_FILES])
    return (f"About {describe_slope(per_unit)} per {run.command.program.unit} go into files: {told}{rest}.",)


def _on_memory(
    run: Run, untraced: float, units: int, sites: Sequence[AllocationSite], rows: Sequence[Survivors]
) -> tuple[str, ...]:
    unit = run.command.program.unit
    untraced -= _TRACE_BYTES * sum(site.blocks_per_unit for site in sites)
    if untraced > max(run.command.program.contract.sensitivity, sum(site.bytes_per_unit for site in sites)):
        return (
            f"About {describe_slope(untraced)} per {unit} grow out of tracemalloc's sight: "
            "they are memory of a C extension that does not ask Python for it.",
        )
    if not sites and not rows:
        return (f"Nothing gathered in the last {units:,} {plural(unit)}: it grows more seldom than that.",)
    if not rows:
        return (
            "No object that the collector tracks holds these bytes: they are text, bytes or memory of a C extension. "
            "The lines say where it was allocated.",
        )
    return ()
