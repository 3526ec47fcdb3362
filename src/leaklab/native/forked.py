"""Judges what no name leads to: a copy of this process carries out the command."""

import json
import os
import sys
import threading
import warnings

from leaklab.native.child import steps_of_child
from leaklab.native.process import OUR_FAILURE, OnSignal, end_group, listen, tell_end, unheard
from leaklab.native.signals import ChildEnd
from leaklab.wire.codec import as_json
from leaklab.wire.command import Command
from leaklab.world.stack import drive


def can_fork() -> bool:
    return hasattr(os, "fork") and sys.platform != "emscripten"


def carry_out_in_fork(command: Command, on_signal: OnSignal = unheard) -> ChildEnd:
    """As `process.carry_out`, with all that this process has in memory. Raises ChildFailed."""
    incoming, outgoing = os.pipe()
    text = json.dumps(as_json(command))
    with warnings.catch_warnings():
        # Of the threads that the copy will not have; the judge needs none of them.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        _be_copy(text, incoming, outgoing)
    os.close(outgoing)
    try:
        with os.fdopen(incoming, encoding="utf-8") as lines:
            last = listen(lines, on_signal)
    finally:
        end_group(child)
        _, status = os.waitpid(child, 0)
    return last if last is not None else tell_end(os.waitstatus_to_exitcode(status), command, on_signal)


def _be_copy(command_json: str, incoming: int, outgoing: int) -> None:
    try:
        os.close(incoming)
        os.setsid()
        _stop_watching()
        drive(steps_of_child(command_json, outgoing))
    finally:
        os._exit(OUR_FAILURE)


def _stop_watching() -> None:
    """Debuggers and coverage keep what they see: it would count as the program's."""
    sys.settrace(None)
    sys.setprofile(None)
    threading.settrace(None)
    threading.setprofile(None)
    monitoring = getattr(sys, "monitoring", None)
    if monitoring is None:
        return
    for tool in range(6):
        if monitoring.get_tool(tool) is not None:
            monitoring.set_events(tool, 0)
