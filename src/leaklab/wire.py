"""The way out: each signal of `protocol.ts` is one call."""

from collections.abc import Callable
from dataclasses import dataclass
from json import dumps
from typing import Literal

from leaklab.report import Diagnosis, Explanation, Read, Verdict, as_json

Phase = Literal["import", "warm-up", "load", "diagnosis", "explain"]


@dataclass(frozen=True, slots=True)
class Wire:
    run_id: int
    emit: Callable[[str], None]

    def phase(self, phase: Phase) -> None:
        self._send("phase", phase=phase)

    def output(self, stream: str, text: str) -> None:
        self._send("output", stream=stream, text=text)

    def output_cut(self, lines: int, size: int) -> None:
        self._send("output-cut", lines=lines, bytes=size)

    def read(self, read: Read) -> None:
        self._send("read", read=as_json(read))

    def done(self, units: int) -> None:
        self._send("done", units=units)

    def verdict(self, verdict: Verdict) -> None:
        self._send("verdict", verdict=as_json(verdict))

    def report(self, explanation: Explanation) -> None:
        self._send("report", explanation=as_json(explanation))

    def diagnosis(self, diagnosis: Diagnosis) -> None:
        self._send("diagnosis", diagnosis=as_json(diagnosis))

    def out_of_memory(self, message: str) -> None:
        self._send("fault", fault="out-of-memory", message=message)

    def _send(self, kind: str, **parts: object) -> None:
        self.emit(dumps({"kind": kind, "runId": self.run_id, **parts}))
