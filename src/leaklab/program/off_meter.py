"""Where a program could keep things out of the meter's sight: in files, and in the browser's own JavaScript."""

import sys
from collections.abc import Container, Iterable, Iterator
from itertools import count

# Bound by name: the program may replace them.
from os import DirEntry, fstat, scandir
from stat import S_ISREG

from leaklab.program.elsewhere import ELSEWHERE

# What Python itself comes from, and what is no file.
_SYSTEM = frozenset({"lib", "dev", "proc", "usr"})
# What an empty file, a folder or a link takes: a file system's usual record of it.
_ENTRY_BYTES = 256
# Standard input, output and error may be anybody's files.
_FIRST_DESCRIPTOR = 3
# The lowest number that is free is given out first: gaps are short.
_MOST_CLOSED = 16
_JAVASCRIPT = ("js", "pyodide_js")


def file_bytes(folders: Iterable[str]) -> int:
    """
    Bytes of all below `folders`, the system's excepted, of files that are open but have no name any more, and of what
    was written elsewhere.
    """
    listed: set[int] = set()
    size = 0
    for folder in folders:
        for entry, taken in _entries(folder):
            listed.add(entry.inode())
            size += taken
    return size + _nameless_bytes(listed) + sum(ELSEWHERE.sizes(_ENTRY_BYTES).values())


def file_sizes(folders: Iterable[str]) -> dict[str, int]:
    """Bytes of each file, folder or link, by its path."""
    below = {entry.path: taken for folder in folders for entry, taken in _entries(folder)}
    return below | ELSEWHERE.sizes(_ENTRY_BYTES)


def _entries(folder: str) -> Iterator[tuple["DirEntry[str]", int]]:
    try:
        entries = list(scandir(folder))
    except OSError:
        return
    for entry in entries:
        if folder == "/" and entry.name in _SYSTEM:
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield entry, _ENTRY_BYTES
                yield from _entries(entry.path)
            else:
                yield entry, _ENTRY_BYTES + entry.stat(follow_symlinks=False).st_size
        except OSError:
            continue


def _nameless_bytes(listed: Container[int]) -> int:
    """What the program has open and has removed already, as temporary files are."""
    size = closed = 0
    for descriptor in count(_FIRST_DESCRIPTOR):
        try:
            state = fstat(descriptor)
        except OSError:
            closed += 1
            if closed == _MOST_CLOSED:
                return size
            continue
        closed = 0
        # The browser's file system counts no links.
        nameless = state.st_ino not in listed if sys.platform == "emscripten" else not state.st_nlink
        if S_ISREG(state.st_mode) and nameless:
            size += state.st_size
    return size


def close_javascript() -> None:
    """A sandbox's program is plain Python: what JavaScript holds for it, no meter of Python could see."""
    importer = sys.modules.get("_pyodide._importhook")
    finder = getattr(importer, "jsfinder", None)
    for name in _JAVASCRIPT:
        sys.modules.pop(name, None)
        getattr(finder, "jsproxies", {}).pop(name, None)
