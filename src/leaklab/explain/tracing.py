"""Tracing that is shared with a program which traces by itself: neither ends, clears or shortens the other's."""

import tracemalloc

# Not `take_snapshot`: that asks whether the program is tracing.
from _tracemalloc import _get_traces
from collections.abc import Sequence
from typing import cast

from leaklab.world.patching import replace_everywhere

FRAMES = 10
# Beside a program that traces, all of its load has them, and that alone takes most of the time.
_SHARED_FRAMES = 5

# (file, line), the innermost first.
Trace = tuple[tuple[str, int], ...]
# Of each block: its domain, its size in bytes, its traceback, and how long that was before it was cut.
Snapshot = Sequence[tuple[int, int, Trace, int]]

_start, _stop, _is_tracing = tracemalloc.start, tracemalloc.stop, tracemalloc.is_tracing
_clear = tracemalloc.clear_traces


class _Program:
    """What it has asked for."""

    traces = False


def share() -> None:
    """From now on, and before there is a program, its own calls of `tracemalloc` are no more than wishes."""
    replace_everywhere(
        [(_start, _on_start), (_stop, _on_stop), (_is_tracing, lambda: _Program.traces), (_clear, lambda: None)]
    )


def start(frames: int) -> None:
    """Trace afresh, with so many frames; what the program has traced stays, with the frames that it has."""
    if not _Program.traces:
        _stop()
        _start(frames)


def stop() -> None:
    """Unless the program goes on."""
    if not _Program.traces:
        _stop()


def is_shared() -> bool:
    """Whether the program traces too."""
    return _Program.traces


def end() -> None:
    """In any case, and only when the program is loaded no more: what it has traced is gone."""
    _stop()


def snapshot() -> Snapshot:
    """What is allocated now. To be summed up when tracing is off: it makes that slow."""
    return cast(Snapshot, _get_traces())


def _on_start(nframe: int = 1, /) -> None:
    _Program.traces = True
    if not _is_tracing():
        # As many as the judge needs later: tracing that has begun keeps its number.
        _start(max(nframe, _SHARED_FRAMES))


def _on_stop() -> None:
    _Program.traces = False
