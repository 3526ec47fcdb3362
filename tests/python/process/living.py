"""A program that lives on after its run, in a child process, and a console on it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from leaklab.native.signals import ChildSignal, child_signal_of
from leaklab.wire.codec import as_json
from leaklab.wire.command import Command, CommandKind, Program
from leaklab.wire.living import (
    Answer,
    AtHandle,
    AtName,
    AtNothing,
    AtValue,
    Complete,
    Inspect,
    Look,
    NoLook,
    ObjectLook,
    Statement,
    Step,
    TypeLook,
)
from leaklab.wire.signals import LAST, Answered, Completed, Drawn, Looked, Printed

CHILD = """
import os, sys
sys.path[:0] = sys.argv[1:]
out = os.fdopen(os.dup(1), "w", buffering=1)
os.dup2(2, 1)
from leaklab.host import carry_out, drive, forget_living, prepare
prepare([])
for line in sys.stdin:
    drive(carry_out(line, meter=lambda: 0, emit=lambda signal: out.write(signal + "\\n"), lives_on=True))
forget_living()
"""


class Living:
    """What is said comes back as signals, up to the last one."""

    def __init__(self, child: "subprocess.Popen[str]") -> None:
        self._child = child
        self.signals: list[ChildSignal] = []

    def send(self, step: Command | Step) -> ChildSignal:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(json.dumps(as_json(step)) + "\n")
        self._child.stdin.flush()
        self.signals = []
        for line in self._child.stdout:
            self.signals.append(child_signal_of(json.loads(line)))
            if self.signals[-1].kind in LAST:
                return self.signals[-1]
        raise AssertionError("The child has ended.")

    def answer(self, source: str) -> Answer:
        last = self.send(Statement(run_id=1, source=source))
        assert isinstance(last, Answered), last
        return last.answer

    def printed(self, source: str) -> str:
        """What it printed, and the traceback if it raised."""
        answer = self.answer(source)
        assert answer.state != "incomplete"
        return "".join(signal.text for signal in self.signals if isinstance(signal, Printed)) + answer.traceback

    def pictures(self) -> list[Drawn]:
        return [signal for signal in self.signals if isinstance(signal, Drawn)]

    def completed(self, source: str) -> tuple[str, ...]:
        last = self.send(Complete(run_id=1, source=source))
        assert isinstance(last, Completed), last
        return last.completions.options

    def look(self, at: str | int | None, *, deep: bool = False) -> Look:
        """At a name, at a handle, or at the value that was shown last."""
        place: Any = AtValue() if at is None else AtHandle(handle=at) if isinstance(at, int) else AtName(name=at)
        last = self.send(Inspect(run_id=1, at=place, deep=deep))
        assert isinstance(last, Looked), last
        return last.look

    def object(self, at: str | int | None, *, deep: bool = False) -> ObjectLook:
        look = self.look(at, deep=deep)
        assert isinstance(look, ObjectLook), look
        return look

    def instances(self, name: str) -> TypeLook:
        look = self.look(name)
        assert isinstance(look, TypeLook), look
        return look

    def reason(self, at: str | int | None) -> str:
        look = self.look(at)
        assert isinstance(look, NoLook), look
        return look.reason

    def let_go(self) -> None:
        self.send(Inspect(run_id=1, at=AtNothing()))


@contextmanager
def living(program: Program, kind: CommandKind = "observe", *, units: int = 20) -> Iterator[Living]:
    """The program after a run, or after its diagnosis."""
    root = Path(__file__).parents[3]
    program = replace(program, contract=replace(program.contract, warm_up=10))
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(root / "src"), str(root / ".python")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        process = Living(child)
        process.send(Command(kind=kind, run_id=1, seed=1, program=program, units=units if kind == "observe" else 0))
        yield process
