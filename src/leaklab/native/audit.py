"""What a program does that the judge cannot control, seen by audit hook and told in sentences."""

import _thread
import os
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from leaklab.wire.report import MeterName
from leaklab.words import say

# Of more files than these only the number is kept: to watch must not gather.
_MOST_NAMES = 1_000
_NAMED = 3
_THREADS = frozenset({"_thread.start_new_thread", "_thread.start_joinable_thread"})
_SOCKETS = frozenset({"socket.connect", "socket.bind"})
_PROCESSES = frozenset({"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT


class Watch:
    """From `begin` on, for the life of the process: an audit hook cannot be taken away."""

    def __init__(self, leave: Callable[[str], None] | None) -> None:
        """`leave` is called, with the reason, when the program is about to do what virtual time does not suit."""
        self._leave = leave
        self._files: dict[str, None] = {}
        self._sockets = 0
        self._processes = 0
        self._is_popen = False
        self._threads = 0
        self._descriptors = 0

    def begin(self) -> None:
        self._descriptors = _descriptors()
        sys.addaudithook(self._hear)
        if sys.version_info < (3, 12):
            self._hear_threads()

    def imported(self) -> None:
        """The load begins: of what the import did only that counts which is still there."""
        self._processes = min(self._processes, _children())
        self._sockets = min(self._sockets, _open_sockets())

    def needs_outside(self, name: str) -> None:
        """The event loop was asked for a socket or the like."""
        if self._leave is not None:
            self._leave(f"asks its event loop for more than tasks and timers ({name.lstrip('_')})")

    def notes(self, meter: MeterName, *, real_time: bool) -> tuple[str, ...]:
        notes = []
        alive = threading.active_count() - 1
        if alive or self._threads:
            runs = f"runs {say().counted(alive, 'thread')}" if alive else "starts threads"
            notes.append(
                f"The program {runs} of its own: the judge waits until they rest, but what they have not finished "
                "by then counts as kept."
                if real_time
                else f"The program {runs} of its own: virtual time goes on beside them, and their waiting is real."
            )
        if self._processes:
            notes.append(f"It started {say().counted(self._processes, 'child process')}: their memory is not counted.")
        if self._sockets:
            notes.append(
                f"It opened {say().counted(self._sockets, 'connection')}: "
                "what is at their other end is not counted, and keeps what earlier runs left there."
            )
        if self._files:
            notes.append(self._written())
        left = _descriptors() - self._descriptors
        if left > 1 + self._sockets:
            notes.append(f"It ended with {left:,} more open files than it began with.")
        if meter == "tracemalloc":
            notes.append("The meter is tracemalloc: memory that C code takes for itself is not counted.")
        return tuple(notes)

    def _written(self) -> str:
        count = len(self._files)
        first = [os.path.relpath(name) if name.startswith(os.getcwd() + os.sep) else name for name in self._files]
        names = ", ".join(first[:_NAMED]) + (", ..." if count > _NAMED else "")
        amount = f"{count:,} or more" if count >= _MOST_NAMES else f"{count:,}"
        return f"It wrote {amount} {say().plural('file', count)} and left what it wrote there: {names}."

    def _hear_threads(self) -> None:
        """Before 3.12 no audit event tells of them."""
        real = _thread.start_new_thread

        def start_new_thread(*arguments: Any) -> int:
            self._hear("_thread.start_new_thread", arguments)
            return real(*arguments)

        for module, name in ((_thread, "start_new_thread"), (_thread, "start_new"), (threading, "_start_new_thread")):
            setattr(module, name, start_new_thread)

    def _wrote(self, path: str) -> None:
        if len(self._files) < _MOST_NAMES and not path.startswith("/dev/"):
            self._files[os.path.join(os.getcwd(), path)] = None

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            if isinstance(path, str) and _writes(mode, flags):
                self._wrote(path)
        elif event == "sqlite3.connect":
            if isinstance(arguments[0], str) and arguments[0] not in ("", ":memory:"):
                self._wrote(arguments[0])
        elif event in _THREADS:
            if self._leave is not None:
                self._leave("starts threads")
            self._threads += 1
        elif event in _SOCKETS:
            self._sockets += 1
        elif event in _PROCESSES:
            # `Popen` tells of itself, and may then use the other.
            self._processes += not (event == "os.posix_spawn" and self._is_popen)
            self._is_popen = event == "subprocess.Popen"


def _writes(mode: object, flags: object) -> bool:
    if isinstance(mode, str):
        return any(letter in mode for letter in "wax+")
    return isinstance(flags, int) and bool(flags & _WRITING)


def _children() -> int:
    """How many child processes there are, as far as the system says; else no fewer than were started."""
    try:
        tasks = os.listdir("/proc/self/task")
        return sum(len(Path(f"/proc/self/task/{task}/children").read_text().split()) for task in tasks)
    except OSError:
        return sys.maxsize


def _open_sockets() -> int:
    try:
        names = os.listdir("/proc/self/fd")
    except OSError:
        return sys.maxsize
    return sum(map(_is_socket, names))


def _is_socket(descriptor: str) -> bool:
    try:
        return stat.S_ISSOCK(os.fstat(int(descriptor)).st_mode)
    except OSError:
        return False


def _descriptors() -> int:
    """How many files are open, as far as the system says."""
    try:
        return len(os.listdir("/proc/self/fd"))
    except OSError:
        return 0
