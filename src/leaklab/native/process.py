"""Carries out a command in a child process of its own."""

import json
import os
import signal
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from leaklab.native.signals import ChildEnd, ChildSignal, child_signal_of
from leaklab.wire.codec import as_json
from leaklab.wire.command import Command
from leaklab.wire.signals import Fault

# Set for the child alone: hashes that repeat, Python's memory by the C allocator alone, one arena for all threads, and
# freed blocks free at once.
CHILD_ENVIRONMENT = {
    "PYTHONMALLOC": "malloc",
    "PYTHONHASHSEED": "0",
    "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0:glibc.malloc.arena_max=1",
}
# What would trace the child, or start a measurement of somebody else's in it.
_NOT_FOR_THE_CHILD = (
    "COVERAGE_PROCESS_CONFIG",
    "COVERAGE_PROCESS_START",
    "COV_CORE_CONFIG",
    "COV_CORE_DATAFILE",
    "COV_CORE_SOURCE",
    "PYTHONTRACEMALLOC",
)
# The exit status of a child that failed by our own fault (see `__main__`).
OUR_FAILURE = 70
# It is what the program sees at the bottom, so it says nothing of us.
_BOOTSTRAP = "import sys, importlib; sys.path.append(sys.argv.pop()); importlib.import_module(sys.argv.pop()).begin()()"

# A child ends itself in its time; one that cannot, for a unit or an import does not come back, is ended a little later.
_PATIENCE = 1.02
_TO_START = 1.5

OnSignal = Callable[[ChildSignal], None]


class ChildFailed(Exception):
    """The child ended by our fault, without a last signal."""


class Overdue(ChildFailed):
    """The child was ended, for its time was over."""


def unheard(signal: ChildSignal) -> None:
    """For who wants the end alone."""


def carry_out(command: Command, on_signal: OnSignal = unheard) -> ChildEnd:
    """Carry out one command in a child; its last signal, which `on_signal` hears too. Raises ChildFailed or Overdue."""
    child = subprocess.Popen(
        [sys.executable, "-c", _BOOTSTRAP, "leaklab.native.child", str(Path(__file__).resolve().parents[2])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=_environment(),
        # A group of its own, so that what the program started ends with it.
        start_new_session=True,
    )
    overdue: list[int] = []

    def end() -> None:
        overdue.append(child.pid)
        end_group(child.pid)

    patience = threading.Timer(_PATIENCE * command.seconds + _TO_START, end)
    if command.seconds:
        patience.start()
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        with suppress(BrokenPipeError):
            child.stdin.write(json.dumps(as_json(command)))
            child.stdin.close()
        last = listen(child.stdout, on_signal)
        if last is not None:
            return last
        child.wait()
    finally:
        patience.cancel()
        end_group(child.pid)
        with suppress(BrokenPipeError):
            child.__exit__(None, None, None)
    if overdue:
        raise Overdue("the time for it was over.")
    return tell_end(child.returncode, command, on_signal)


def listen(lines: Iterable[str], on_signal: OnSignal) -> ChildEnd | None:
    """Pass signals on up to the last one, which is given back; None when the child ended without."""
    for line in lines:
        heard = child_signal_of(json.loads(line))
        on_signal(heard)
        if isinstance(heard, ChildEnd):
            return heard
    return None


def end_group(child: int) -> None:
    """End what is left of a child and of all that it started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)


def tell_end(status: int, command: Command, on_signal: OnSignal) -> Fault:
    """The last signal of a child that did not live to send its own, passed on. Raises ChildFailed."""
    if status == OUR_FAILURE:
        raise ChildFailed("The child process ended without a verdict.")
    message = f"The program ended the interpreter (os._exit, status {status})."
    if status < 0:
        with suppress(ValueError):
            message = f"The program brought the interpreter itself down ({signal.Signals(-status).name})."
    fault = Fault(run_id=command.run_id, fault="died", message=message)
    on_signal(fault)
    return fault


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_FOR_THE_CHILD}
    ours = dict(CHILD_ENVIRONMENT)
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        # Without the lock Python has an allocator of its own, and will not start with another.
        del ours["PYTHONMALLOC"]
    return {**kept, **ours}
