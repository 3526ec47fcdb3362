"""Where memory that survived was allocated: tracebacks of tracemalloc, gathered by line."""

import os
import tracemalloc
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from leaklab.explain.tracing import Snapshot, Trace
from leaklab.program.failure import source_line
from leaklab.program.place import Place, name_of, short_name
from leaklab.wire.report import AllocationSite, Frame, MeterName
from leaklab.world.stack import UNSEEN

_MOST_SITES = 8
_LEAST_SHARE = 0.01
# A line in the file that makes what gathers counts so many times: the rest hangs on it.
_MAKING = 4
# Bytes of a block that may be a table of a container.
_LARGE = 4_096
_JUDGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep
# From here the judge calls the program, so what lies further in is the program's.
_CALLING = (_JUDGE + "load" + os.sep, UNSEEN)
_STANDING_IN = _JUDGE + "world" + os.sep
# Of an allocator's block: what it takes beside its content, what it is rounded up to, and the smallest.
_BLOCKS: dict[MeterName, tuple[int, int, int]] = {
    "mallinfo2": (8, 16, 32),
    "mallinfo": (4, 8, 16),
    "tracemalloc": (0, 1, 1),
}


@dataclass(frozen=True, slots=True)
class Blocks:
    """Bytes as the meter counts them, and blocks; of these the large ones once more, as a table is."""

    size: float = 0
    count: int = 0
    large: float = 0
    larges: int = 0

    def __add__(self, other: "Blocks") -> "Blocks":
        return Blocks(
            self.size + other.size, self.count + other.count, self.large + other.large, self.larges + other.larges
        )

    def __sub__(self, other: "Blocks") -> "Blocks":
        return Blocks(
            self.size - other.size, self.count - other.count, self.large - other.large, self.larges - other.larges
        )

    @property
    def in_steps(self) -> float:
        """Bytes by which one large block grew, not many: a table that was made larger, for some time."""
        return max(0.0, self.large) if self.larges <= 1 else 0.0


Traced = dict[Trace, Blocks]


@dataclass(frozen=True, slots=True)
class Allocations:
    """
    What was allocated and stayed: `sites` are lines of the program, `total` is all of theirs, also those too small to
    be told. `handed_in` the load made for each unit, such as its number, and the program keeps it. `tables` are bytes
    in single large blocks, which may grow in steps.
    """

    sites: tuple[AllocationSite, ...]
    total: Blocks
    handed_in: Blocks
    tables: float


def summed(traces: Snapshot, meter: MeterName) -> Traced:
    """By traceback."""
    beside, grain, least = _BLOCKS[meter]
    # By id, for blocks of one traceback share it: to hash ten frames takes its time.
    rows: dict[int, list[int]] = {}
    shared: dict[int, Trace] = {}
    for _, size, trace, _ in traces:
        taken = -(-(size + beside) // grain) * grain
        taken = max(taken, least)
        row = rows.get(id(trace))
        if row is None:
            shared[id(trace)] = trace
            row = rows[id(trace)] = [0, 0, 0, 0]
        row[0] += taken
        row[1] += 1
        if size >= _LARGE:
            row[2] += taken
            row[3] += 1
    found: dict[Trace, Blocks] = {}
    for key, trace in shared.items():
        found[trace] = found.get(trace, Blocks()) + Blocks(*rows[key])
    return found


def birthplace(value: object, place: Place) -> str | None:
    """The learner's file in which something was allocated that is still traced."""
    trace = tracemalloc.get_object_traceback(value)
    frames = [] if trace is None else list(trace)
    return next((frame.filename for frame in reversed(frames) if place.is_learner(frame.filename)), None)


def allocations(
    before: Traced, after: Traced, units: int, place: Place, gathered_in: str | None, slope: float = 0
) -> Allocations:
    """
    What grew over `units` units, by line. The learner's own lines come first, then by size, with a preference
    for the file that makes what gathers (`gathered_in`). A table that was made larger meanwhile
    counts as far as `slope` leaves room, in bytes per unit: that is an average over many such steps.
    """
    lines: dict[tuple[str, int], dict[Trace, Blocks]] = {}
    none = handed_in = Blocks()
    for trace in after.keys() | before.keys():
        grown = after.get(trace, none) - before.get(trace, none)
        maker = _maker(trace, place) if grown.size else "judge"
        if maker == "load":
            handed_in += grown
        elif maker == "program":
            line = next((frame for frame in trace if place.is_learner(frame[0])), trace[0])
            lines.setdefault(line, {})[trace] = grown
    in_steps = sum(grown.in_steps for rows in lines.values() for grown in rows.values())
    steady = handed_in.size - in_steps + sum(grown.size for rows in lines.values() for grown in rows.values())
    share = min(1.0, max(0.0, slope * units - steady) / in_steps) if slope and in_steps else 1.0
    sites = [_site(line, rows, units, place, share) for line, rows in lines.items()]
    grown_sites = [site for site in sites if site.bytes_per_unit > 0]
    total = Blocks(sum(site.bytes for site in grown_sites), sum(site.blocks for site in grown_sites))
    first = "" if gathered_in is None else name_of(gathered_in, place)
    telling = [site for site in grown_sites if site.frame.file == first or site.bytes >= _LEAST_SHARE * total.size]
    telling.sort(key=lambda site: (not site.own, -site.bytes * (_MAKING if site.frame.file == first else 1)))
    tables = sum(after[trace].large for rows in lines.values() for trace in rows if after.get(trace, none).larges == 1)
    return Allocations(tuple(telling[:_MOST_SITES]), total, handed_in, tables)


def frame_at(path: str, line: int, place: Place) -> Frame:
    """A frame as the learner knows it: file names as in the tabs, library files from their package on."""
    return Frame(
        file=short_name(path, place), line=line, function=_function_at(path, line), source=source_line(path, line)
    )


def _site(line: tuple[str, int], rows: dict[Trace, Blocks], units: int, place: Place, share: float) -> AllocationSite:
    largest = max(rows, key=lambda trace: rows[trace].size)
    inner = tuple(takewhile(lambda frame: not frame[0].startswith((_JUDGE, UNSEEN)), largest))
    frames = tuple(frame_at(*frame, place) for frame in reversed(inner))
    whole = sum((Blocks(one.size - (1 - share) * one.in_steps, one.count) for one in rows.values()), Blocks())
    return _row(frame_at(*line, place), line[0], whole, frames, units, place)


def _row(frame: Frame, path: str, whole: Blocks, frames: tuple[Frame, ...], units: int, place: Place) -> AllocationSite:
    return AllocationSite(
        frame=frame,
        own=place.is_learner(path),
        bytes_per_unit=round(whole.size / units, 2),
        blocks_per_unit=round(whole.count / units, 3),
        bytes=max(0, round(whole.size)),
        blocks=max(0, whole.count),
        traceback=frames,
    )


def _maker(trace: Trace, place: Place) -> Literal["program", "load", "judge"]:
    """Whose an allocation is."""
    innermost = True
    for path, _ in trace:
        if place.is_learner(path) or place.is_harness(path):
            return "program"
        if path.startswith(_CALLING):
            return "load" if innermost else "program"
        if path.startswith(_JUDGE):
            # What stands in for the standard library's clock makes what the program asked for.
            if not path.startswith(_STANDING_IN):
                return "judge"
        else:
            innermost = False
    return "program"


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
