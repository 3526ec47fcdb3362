"""A judgement for people to read."""

from collections.abc import Iterator

from leaklab.describe import plural
from leaklab.native import Judgement


def told(judgement: Judgement) -> str:
    """The sentence; then the traceback, or the lines, types and paths; then what was not controlled."""
    return "\n".join(_lines(judgement))


def _lines(judgement: Judgement) -> Iterator[str]:
    verdict, explanation = judgement.verdict, judgement.explanation
    yield verdict["sentence"]
    if "error" in verdict and verdict["error"]["traceback"] != verdict["sentence"]:
        yield verdict["error"]["traceback"]
    if "meter" in verdict:
        yield (
            f"  {verdict['units']:,} {plural(verdict['unit'])} after warming up, seed {verdict['seed']}, "
            f"{verdict['seconds']:.1f} s, measured by {verdict['meter']}"
        )
    if explanation is not None:
        for site in explanation["allocations"][:3]:
            frame = site["frame"]
            yield f"  {site['bytesPerUnit']:>8} B  {frame['file']}:{frame['line']}  {frame['source']}"
        for survivors in explanation["survivors"][:3]:
            yield f"  {survivors['perUnit']:>8}    {survivors['type']}"
        for retainer in explanation["retainers"][:3]:
            yield f"  {retainer['count']:>8}    {retainer['text']}"
        for note in explanation["notes"]:
            yield f"  {note}"
    for note in judgement.notes:
        yield f"  Note: {note}"
