"""Where memory that survived was allocated: tracebacks of tracemalloc, gathered by line."""

import os
import sys
import tracemalloc
from collections.abc import Iterable

from leaklab.failure import source_line
from leaklab.place import Place, name_of
from leaklab.report import AllocationSite, Frame

FRAMES = 10
_MOST_SITES = 8
_LEAST_SHARE = 0.01
_JUDGE = os.path.dirname(os.path.abspath(__file__))


def birthplace(value: object, place: Place) -> str | None:
    """The learner's file in which something was allocated that is still traced."""
    trace = tracemalloc.get_object_traceback(value)
    frames = [] if trace is None else list(trace)
    return next((frame.filename for frame in reversed(frames) if place.is_learner(frame.filename)), None)


def allocation_sites(
    before: tracemalloc.Snapshot, after: tracemalloc.Snapshot, units: int, place: Place, gathered_in: str | None
) -> tuple[AllocationSite, ...]:
    """
    Lines whose memory grew over `units` units. The learner's own come first, and of these the ones in the file that
    makes what gathers (`gathered_in`), for the rest hangs on that; then by size.
    """
    grown: dict[tuple[str, int], list[tracemalloc.StatisticDiff]] = {}
    for statistic in after.compare_to(before, "traceback"):
        innermost = statistic.traceback[-1]
        if _is_judge(innermost.filename):
            continue
        frame = next(
            (frame for frame in reversed(list(statistic.traceback)) if place.is_learner(frame.filename)), innermost
        )
        grown.setdefault((frame.filename, frame.lineno), []).append(statistic)
    sites = [_site(path, line, statistics, units, place) for (path, line), statistics in grown.items()]
    first = "" if gathered_in is None else name_of(gathered_in, place)
    total = sum(site.bytes_per_unit for site in sites if site.bytes_per_unit > 0)
    telling = [site for site in sites if site.bytes_per_unit > 0 and site.bytes_per_unit >= _LEAST_SHARE * total]
    telling.sort(key=lambda site: (not site.own, site.frame.file != first, -site.bytes_per_unit))
    return tuple(telling[:_MOST_SITES])


def frame_at(path: str, line: int, place: Place) -> Frame:
    """A frame as the learner knows it: file names as in the tabs, library files from their package on."""
    return Frame(file=_short(path, place), line=line, function=_function_at(path, line), source=source_line(path, line))


def _site(
    path: str, line: int, statistics: Iterable[tracemalloc.StatisticDiff], units: int, place: Place
) -> AllocationSite:
    rows = list(statistics)
    largest = max(rows, key=lambda row: row.size_diff)
    return AllocationSite(
        frame=frame_at(path, line, place),
        own=place.is_learner(path),
        bytes_per_unit=round(sum(row.size_diff for row in rows) / units, 2),
        blocks_per_unit=round(sum(row.count_diff for row in rows) / units, 3),
        traceback=tuple(
            frame_at(frame.filename, frame.lineno, place)
            for frame in largest.traceback
            if not _is_judge(frame.filename)
        ),
    )


def _is_judge(path: str) -> bool:
    return path.startswith(_JUDGE) or path.endswith("tracemalloc.py")


def _short(path: str, place: Place) -> str:
    if place.is_learner(path) or place.is_harness(path):
        return name_of(path, place)
    inside = [entry for entry in sys.path if entry and path.startswith(entry.rstrip("/") + "/")]
    return path[len(max(inside, key=len).rstrip("/")) + 1 :] if inside else path


def _function_at(path: str, line: int) -> str:
    """The innermost function around a line, by indentation: tracemalloc does not say."""
    at = source_line(path, line, strip=False)
    if not at:
        return ""
    indent = len(at) - len(at.lstrip())
    for number in range(line - 1, 0, -1):
        text = source_line(path, number, strip=False)
        stripped = text.lstrip()
        depth = len(text) - len(stripped)
        if stripped.startswith(("def ", "async def ")) and depth < indent:
            return stripped.removeprefix("async ").removeprefix("def ").partition("(")[0]
        if stripped and depth < indent and not stripped.startswith(("#", ")")):
            indent = depth
    return "<module>"
