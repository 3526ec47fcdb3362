"""Where a program could keep things out of the meter's sight: in files, and in the browser's own JavaScript."""

import os
import sys
from collections.abc import Iterable, Iterator

# What Python itself comes from, and what is no file.
_SYSTEM = frozenset({"lib", "dev", "proc", "usr"})
_JAVASCRIPT = ("js", "pyodide_js")


def file_bytes(folders: Iterable[str]) -> int:
    """Bytes of all files below `folders`, the system's excepted; links are not followed."""
    return sum(size for folder in folders for _, size in _files(folder))


def file_sizes(folders: Iterable[str]) -> dict[str, int]:
    """Bytes of each file, by its path."""
    return {path: size for folder in folders for path, size in _files(folder)}


def _files(folder: str) -> Iterator[tuple[str, int]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if folder == "/" and entry.name in _SYSTEM:
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            elif entry.is_file(follow_symlinks=False):
                yield entry.path, entry.stat(follow_symlinks=False).st_size
        except OSError:
            continue


def close_javascript() -> None:
    """A sandbox's program is plain Python: what JavaScript holds for it, no meter of Python could see."""
    importer = sys.modules.get("_pyodide._importhook")
    finder = getattr(importer, "jsfinder", None)
    for name in _JAVASCRIPT:
        sys.modules.pop(name, None)
        getattr(finder, "jsproxies", {}).pop(name, None)
