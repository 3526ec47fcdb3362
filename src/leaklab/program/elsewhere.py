"""Files that a program writes natively outside of the folders that count whole, seen by audit hook."""

import os
import stat
import sys
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT
# Which argument names what is made.
_MAKING = {"os.mkdir": 0, "os.rename": 1, "os.link": 1, "os.symlink": 1, "sqlite3.connect": 0}


class Elsewhere:
    """What was written by path, with the bytes that it had before; from `begin` on for the life of the process."""

    def __init__(self) -> None:
        self._counted_whole: tuple[str, ...] | None = None
        self._before: dict[str, int] = {}

    def begin(self, counted_whole: tuple[str, ...]) -> None:
        if self._counted_whole is None:
            sys.addaudithook(self._hear)
        self._counted_whole = tuple(folder.rstrip(os.sep) + os.sep for folder in counted_whole)
        self._before = {}

    def sizes(self, entry_bytes: int) -> dict[str, int]:
        """Bytes by which each file that is there has grown; what came anew takes `entry_bytes` besides."""
        grown: dict[str, int] = {}
        for path in list(self._before):
            size = _size(path)
            if size is None:
                del self._before[path]
            else:
                before = self._before[path]
                grown[path] = size + entry_bytes if before < 0 else max(0, size - before)
        # A dict that was large once stays so, and that would count as the program's.
        self._before = dict(self._before)
        return grown

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            if _writes(mode, flags):
                self._note(path)
        elif event in _MAKING:
            self._note(arguments[_MAKING[event]])

    def _note(self, path: object) -> None:
        if not isinstance(path, str | bytes) or path in ("", b"", ":memory:"):
            return
        whole = os.path.abspath(os.fsdecode(path))
        if whole in self._before or self._counted_whole is None or whole.startswith(self._counted_whole):
            return
        size = _size(whole)
        self._before[whole] = -1 if size is None else size


ELSEWHERE = Elsewhere()


def _writes(mode: object, flags: object) -> bool:
    if isinstance(mode, str):
        return any(letter in mode for letter in "wax+")
    return isinstance(flags, int) and bool(flags & _WRITING)


def _size(path: str) -> int | None:
    """Bytes of a file, none for a folder or a link; None where there is nothing, or what keeps nothing, as a device."""
    try:
        state = os.lstat(path)
    except (OSError, ValueError):
        return None
    if stat.S_ISREG(state.st_mode):
        return state.st_size
    return 0 if stat.S_ISDIR(state.st_mode) or stat.S_ISLNK(state.st_mode) else None
