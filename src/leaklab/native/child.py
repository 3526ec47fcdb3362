"""What runs in a child: one command, from standard input or from who forked it."""

import os
import sys
import traceback
from collections.abc import Callable
from functools import partial

# Bound by name: the program may replace them.
from json import dumps, loads

from leaklab.host import carry_out, prepare
from leaklab.measure.meter import native_meter, outside_malloc
from leaklab.native.audit import Watch
from leaklab.native.process import OUR_FAILURE
from leaklab.native.signals import NeedsRealTime, Notes
from leaklab.wire.codec import as_json
from leaklab.wire.command import parse_command
from leaklab.wire.signals import LAST
from leaklab.world import loop
from leaklab.world.stack import Steps, drive

_OURS = ("GLIBC_TUNABLES", "PYTHONHASHSEED", "PYTHONMALLOC")


def begin() -> Callable[[], object]:
    """
    The command on standard input; signals as lines on standard output. To be called is what this gives, from where
    nobody else is on the stack; that does not come back.
    """
    out = os.dup(1)
    # What the program writes to descriptor 1 itself goes to standard error.
    os.dup2(2, 1)
    return partial(drive, steps_of_child(sys.stdin.read(), out))


def steps_of_child(command_json: str, out: int) -> Steps[None]:
    """Carry out a command, its signals to descriptor `out`, and end the process."""
    try:
        yield from _carry_out(command_json, _sender(out))
    except Exception:
        traceback.print_exc(file=sys.__stderr__)
        os._exit(OUR_FAILURE)
    # What a torn-down interpreter would say of tasks that still wait is nobody's concern.
    os._exit(0)


def _carry_out(command_json: str, send: Callable[[str], None]) -> Steps[None]:
    meter_name, meter = native_meter()
    host = partial(carry_out, meter=meter, meter_name=meter_name, outside=outside_malloc(meter_name))
    for name in _OURS:
        # Not for the children of the program.
        os.environ.pop(name, None)
    prepare([])
    command = parse_command(command_json)
    target = command.program.target
    # An explanation asks for the `id` of all that is alive, and a hook would hear each: the check has watched already.
    if target is None or command.kind == "explain":
        yield from host(command_json, emit=send)
        return
    watch = Watch(_leaver(send) if target.time == "auto" else None)
    loop.on_refusal.append(watch.needs_outside)

    loading: list[bool] = []

    def emit(signal: str) -> None:
        heard = loads(signal)
        if heard.get("phase") == "warm-up" and not loading:
            loading.append(True)
            watch.imported()
        if heard["kind"] in LAST:
            notes = watch.notes(meter_name, real_time=target.time == "real")
            send(dumps(as_json(Notes(notes=notes))))
        send(signal)

    watch.begin()
    yield from host(command_json, emit=emit)


def _leaver(send: Callable[[str], None]) -> Callable[[str], None]:
    def leave(because: str) -> None:
        send(dumps(as_json(NeedsRealTime(because=because))))
        os._exit(0)

    return leave


def _sender(out: int) -> Callable[[str], None]:
    ours = os.getpid()

    def send(signal: str) -> None:
        # A program may fork; its copies have nothing to say.
        if os.getpid() == ours:
            rest = signal.encode() + b"\n"
            while rest:
                rest = rest[os.write(out, rest) :]

    return send
