"""What runs in a child: one command, from standard input or from who forked it."""

import json
import os
import sys
import traceback
from collections.abc import Callable

from leaklab import loop
from leaklab.host import perform, prepare
from leaklab.meter import native_meter
from leaklab.native import LAST, OUR_FAILURE
from leaklab.watch import Watch

_OURS = ("GLIBC_TUNABLES", "PYTHONHASHSEED", "PYTHONMALLOC")


def main() -> None:
    """The command on standard input; signals as lines on standard output. Does not come back."""
    out = os.dup(1)
    # What the program writes to descriptor 1 itself goes to standard error.
    os.dup2(2, 1)
    be_child(sys.stdin.read(), out)


def be_child(command_json: str, out: int) -> None:
    """Carry out a command, its signals to descriptor `out`, and end the process."""
    try:
        _carry_out(command_json, _sender(out))
    except Exception:
        traceback.print_exc(file=sys.__stderr__)
        os._exit(OUR_FAILURE)
    # What a torn-down interpreter would say of tasks that still wait is nobody's concern.
    os._exit(0)


def _carry_out(command_json: str, send: Callable[[str], None]) -> None:
    meter_name, meter = native_meter()
    for name in _OURS:
        # Not for the children of the program.
        os.environ.pop(name, None)
    prepare([])
    target = json.loads(command_json)["program"].get("target")
    if target is None:
        perform(command_json, meter=meter, emit=send, meter_name=meter_name)
        return
    watch = Watch(_leaver(send) if target["time"] == "auto" else None)
    loop.on_refusal.append(watch.needs_outside)

    def emit(signal: str) -> None:
        if json.loads(signal)["kind"] in LAST:
            notes = watch.notes(meter_name, real_time=target["time"] == "real")
            send(json.dumps({"kind": "notes", "notes": notes}))
        send(signal)

    watch.begin()
    perform(command_json, meter=meter, emit=emit, meter_name=meter_name)


def _leaver(send: Callable[[str], None]) -> Callable[[str], None]:
    def leave(because: str) -> None:
        send(json.dumps({"kind": "needs-real-time", "because": because}))
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
