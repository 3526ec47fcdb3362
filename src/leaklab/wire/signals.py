"""What comes back of a command: each signal of `protocol.ts`, and the way out for them."""

from collections.abc import Callable
from dataclasses import dataclass
from json import dumps
from typing import Any, Literal

from leaklab.wire.codec import as_json
from leaklab.wire.living import Answer, Completions, Look
from leaklab.wire.report import Diagnosis, Explanation, Failures, Read, Verdict

Phase = Literal["import", "warm-up", "load", "diagnosis", "explain"]
Stream = Literal["stdout", "stderr"]
# The kinds of which exactly one ends a command.
LAST = frozenset({"observed", "verdict", "explanation", "diagnosis", "answer", "completions", "look", "fault"})
_SHORTENED = LAST | {"failures"}
# A line of a program, or what its exception says, can have any length; a host takes half a million characters at once.
_LONGEST_TEXT = 8_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Phased:
    """What is being done from now on; said again while it lasts."""

    kind: Literal["phase"] = "phase"
    run_id: int
    phase: Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    kind: Literal["output"] = "output"
    run_id: int
    stream: Stream
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """So many lines and bytes of output are left out here."""

    kind: Literal["output-cut"] = "output-cut"
    run_id: int
    lines: int
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A picture in the order of the output, in the language of Graphviz."""

    kind: Literal["graph"] = "graph"
    run_id: int
    dot: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metered:
    kind: Literal["read"] = "read"
    run_id: int
    read: Read


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Units fail, and the run goes on; said again with more of them."""

    kind: Literal["failures"] = "failures"
    run_id: int
    failures: Failures


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    kind: Literal["observed"] = "observed"
    run_id: int
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    kind: Literal["verdict"] = "verdict"
    run_id: int
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    kind: Literal["explanation"] = "explanation"
    run_id: int
    explanation: Explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosed:
    kind: Literal["diagnosis"] = "diagnosis"
    run_id: int
    diagnosis: Diagnosis


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    kind: Literal["answer"] = "answer"
    run_id: int
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    kind: Literal["completions"] = "completions"
    run_id: int
    completions: Completions


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    kind: Literal["look"] = "look"
    run_id: int
    look: Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """`out-of-memory`: Python said so; `died`: any other end of the interpreter."""

    kind: Literal["fault"] = "fault"
    run_id: int
    fault: Literal["out-of-memory", "died"]
    message: str


Last = Observed | Judged | Explained | Diagnosed | Answered | Completed | Looked | Fault
Signal = Phased | Printed | Cut | Drawn | Metered | Failed | Last


@dataclass(frozen=True, slots=True)
class Wire:
    """The way out of one run."""

    run_id: int
    emit: Callable[[str], None]

    def phase(self, phase: Phase) -> None:
        self._send(Phased(run_id=self.run_id, phase=phase))

    def output(self, stream: Stream, text: str) -> None:
        self._send(Printed(run_id=self.run_id, stream=stream, text=text))

    def output_cut(self, lines: int, size: int) -> None:
        self._send(Cut(run_id=self.run_id, lines=lines, bytes=size))

    def graph(self, dot: str, title: str) -> None:
        self._send(Drawn(run_id=self.run_id, dot=dot, title=title))

    def read(self, read: Read) -> None:
        self._send(Metered(run_id=self.run_id, read=read))

    def failures(self, failures: Failures) -> None:
        self._send(Failed(run_id=self.run_id, failures=failures))

    def observed(self, units: int) -> None:
        self._send(Observed(run_id=self.run_id, units=units))

    def verdict(self, verdict: Verdict) -> None:
        self._send(Judged(run_id=self.run_id, verdict=verdict))

    def explanation(self, explanation: Explanation) -> None:
        self._send(Explained(run_id=self.run_id, explanation=explanation))

    def diagnosis(self, diagnosis: Diagnosis) -> None:
        self._send(Diagnosed(run_id=self.run_id, diagnosis=diagnosis))

    def answer(self, answer: Answer) -> None:
        self._send(Answered(run_id=self.run_id, answer=answer))

    def completions(self, completions: Completions) -> None:
        self._send(Completed(run_id=self.run_id, completions=completions))

    def look(self, look: Look) -> None:
        self._send(Looked(run_id=self.run_id, look=look))

    def out_of_memory(self, message: str) -> None:
        self._send(Fault(run_id=self.run_id, fault="out-of-memory", message=message))

    def _send(self, signal: Signal) -> None:
        form = as_json(signal)
        self.emit(dumps(_shortened(form) if signal.kind in _SHORTENED else form))


def _shortened(value: Any) -> Any:
    """The JSON `value`, with the middle of every long text left out."""
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        half = _LONGEST_TEXT // 2
        return f"{value[:half]} … {value[-half:]}"
    if isinstance(value, list):
        return [_shortened(item) for item in value]
    if isinstance(value, dict):
        return {key: _shortened(item) for key, item in value.items()}
    return value
