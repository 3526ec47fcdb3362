"""Small programs, judged natively in a child process as a sandbox would be."""

from dataclasses import replace
from typing import TypeVar

from leaklab.native.judging import check
from leaklab.native.process import carry_out
from leaklab.native.signals import ChildSignal
from leaklab.wire.command import Command, CommandKind, Contract, Language, Program
from leaklab.wire.report import About, Diagnosis, Explanation, Verdict
from leaklab.wire.signals import Diagnosed, Explained, Judged, Printed, Stream

PLAIN = "import app\n\n\ndef run(i):\n    app.handle(i)\n"
ASYNC = "import app\n\n\nasync def run(i):\n    await app.handle(i)\n"
CONTRACT = Contract(cap=12_800, budget_bytes=400_000, sensitivity=1.0, warm_up=300, rate_per_second=20)

LIST_OF_DICTS = """
SEEN = []

def handle(i):
    SEEN.append({"id": i})
"""

DEQUE = """
from collections import deque

RECENT = deque(maxlen=20)

def handle(i):
    RECENT.append({"id": i})
"""

SAWTOOTH = """
PENDING = []

def handle(i):
    PENDING.append("x" * 20)
    if len(PENDING) >= 90:
        PENDING.clear()
"""
TOO_HIGH_A_SAWTOOTH = SAWTOOTH.replace('"x" * 20', "bytes(100)").replace("90", "5_000")

KEEPS_ITEMS = "KEPT = []\n\nclass Item:\n    pass\n\ndef handle(i):\n    KEPT.append(Item())\n"
DIAGNOSIS = (
    "from leaklab.diagnosis import Culprit\n"
    "culprit = Culprit(where=[('app.py', 'KEPT.append(Item())')], what=['Item'], held_by=['app.KEPT'])\n"
)

V = TypeVar("V", bound=Verdict)


def cycles(size: int) -> str:
    """A program of which every unit leaves a cycle behind that holds `size` bytes."""
    return f"""
class Node:
    def __init__(self):
        self.itself = self
        self.text = bytes({size})

def handle(i):
    Node()
"""


def program(app: str, *, workload: str = PLAIN, **files: str) -> Program:
    """`app` is app.py; further files by name without `.py`: `check`, `diagnosis`, `diagnose`, or the program's own."""
    harness = {"workload.py": workload}
    project = {"app.py": app, "diagnose.py": ""}
    for name, text in files.items():
        (harness if name in ("check", "diagnosis") else project)[f"{name}.py"] = text
    return Program(unit="request", contract=CONTRACT, project=project, harness=harness)


def carried_out(
    kind: CommandKind,
    judged: Program,
    *,
    seed: int = 1,
    units: int | None = None,
    cap: int = 0,
    about: About = "growth",
    size: float = 0,
    seconds: float = 0,
    language: Language = "en",
) -> list[ChildSignal]:
    """Every signal of one command; `size` in bytes, of what is to be explained, and `seconds` that there are for it."""
    command = Command(kind=kind, run_id=7, seed=seed, program=judged, seconds=seconds, language=language)
    if kind == "observe":
        command = replace(command, units=800 if units is None else units)
    if kind == "explain":
        command = replace(command, units=units or 0, about=about, bytes=size)
    if kind == "check":
        command = replace(command, cap=cap or judged.contract.cap)
    signals: list[ChildSignal] = []
    carry_out(command, signals.append)
    return signals


def one_check_of(judged: Program, *, seed: int = 1, cap: int = 0) -> Verdict:
    """The verdict of one check alone."""
    last = carried_out("check", judged, seed=seed, cap=cap)[-1]
    assert isinstance(last, Judged), last
    return last.verdict


def verdict_on(app: str, *, workload: str = PLAIN, seed: int = 1, **files: str) -> Verdict:
    """The verdict on a program, after every further check that the judge asks for."""
    return check(program(app, workload=workload, **files), seed)


def judged_as(kind: type[V], app: str, *, workload: str = PLAIN, **files: str) -> V:
    """The same, which has to be of that kind."""
    return as_kind(kind, check(program(app, workload=workload, **files), seed=1))


def as_kind(kind: type[V], verdict: Verdict) -> V:
    assert isinstance(verdict, kind), f"{verdict.kind}: {verdict.sentence}"
    return verdict


def explanation_of(
    app: str,
    *,
    workload: str = PLAIN,
    units: int = 0,
    about: About = "growth",
    size: float = 0,
    seconds: float = 0,
    **files: str,
) -> Explanation:
    judged = program(app, workload=workload, **files)
    last = carried_out("explain", judged, units=units, about=about, size=size, seconds=seconds)[-1]
    assert isinstance(last, Explained), last
    return last.explanation


def diagnosis_of(judged: Program) -> Diagnosis:
    last = carried_out("diagnose", judged)[-1]
    assert isinstance(last, Diagnosed), last
    return last.diagnosis


def printed(signals: list[ChildSignal], stream: Stream = "stdout") -> str:
    return "".join(signal.text for signal in signals if isinstance(signal, Printed) and signal.stream == stream)
