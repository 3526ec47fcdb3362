"""A judgement for people to read."""

from collections.abc import Iterator

from leaklab.native.judging import Judgement
from leaklab.wire.report import Broken, Crashed
from leaklab.words import say

_WORTH_TELLING_BYTES = 1_000


def told(judgement: Judgement) -> str:
    """The sentence; then the traceback, or the lines, types and paths; then what was not controlled."""
    return "\n".join(_lines(judgement))


def _lines(judgement: Judgement) -> Iterator[str]:
    verdict, explanation = judgement.verdict, judgement.explanation
    yield verdict.sentence
    if isinstance(verdict, Broken | Crashed):
        if verdict.error.traceback != verdict.sentence:
            yield verdict.error.traceback
    else:
        yield (
            f"  {verdict.units:,} {say().many(verdict.unit)} after warming up, seed {verdict.seed}, "
            f"{verdict.seconds:.1f} s, measured by {verdict.meter}"
        )
        if verdict.imported_bytes >= _WORTH_TELLING_BYTES:
            imported, units = say().bytes(verdict.imported_bytes), say().many(verdict.unit)
            yield f"  the first {units} imported {imported} of modules, which are not counted as kept"
        if verdict.outside_bytes_per_unit:
            yield "  outside malloc: mapped memory, stacks of threads, or what a library allocates for itself"
    if explanation is not None:
        kept = explanation.about == "kept"
        for site in explanation.allocations[:3]:
            size = say().bytes(site.bytes) if kept else f"{site.bytes_per_unit} B"
            yield f"  {size:>10}  {site.frame.file}:{site.frame.line}  {site.frame.source}"
        for survivors in explanation.survivors[:3]:
            yield f"  {survivors.count if kept else survivors.per_unit:>8}    {survivors.type}"
        for retainer in explanation.retainers[:3]:
            yield f"  {retainer.count:>8}    {retainer.text}"
        for note in explanation.notes:
            yield f"  {note}"
    for note in judgement.notes:
        yield f"  Note: {note}"
