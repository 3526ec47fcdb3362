"""What the host asks for: a `Command` of `protocol.ts`."""

import json
from dataclasses import dataclass, field
from typing import Literal

from leaklab.wire.codec import from_json
from leaklab.wire.living import Step
from leaklab.wire.report import About

CommandKind = Literal["observe", "diagnose", "check", "explain"]
Time = Literal["auto", "virtual", "real"]
Language = Literal["en", "de"]


@dataclass(frozen=True, slots=True)
class Contract:
    """What a sandbox promises. Bytes, units, and units per second."""

    cap: int
    budget_bytes: int
    sensitivity: float
    warm_up: int
    rate_per_second: float


@dataclass(frozen=True, slots=True)
class Target:
    """
    A function of somebody's own program in place of a sandbox: its module and its name there, to be imported with
    `path` as `sys.path`. In real time it has the clock and the event loop that the machine has; `auto` begins on
    virtual time, and goes over when it needs the other.
    """

    module: str
    function: str
    path: tuple[str, ...]
    time: Time


@dataclass(frozen=True, slots=True)
class Program:
    """
    The learner's files (`project`, with `diagnose.py`) and the author's (`harness`), by file name. Without a
    `workload.py` there, it is the learner's own program, whose `program.py` has `run`. With a `target` there are no
    files.
    """

    unit: str
    contract: Contract
    project: dict[str, str]
    harness: dict[str, str]
    target: Target | None = None

    @property
    def brings_its_load(self) -> bool:
        return "workload.py" not in self.harness

    @property
    def real_time(self) -> bool:
        return self.target is not None and self.target.time == "real"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """
    One command. `units` is set for `observe` and `explain`, `load` for `observe` only: what is turned of the load, by
    the names that the workload's `LOAD` has. `cap` and `agreed` for `check` only, `about` and `bytes`
    for `explain` only (see `report.NextExplain`). `agreed` counts the checks with other seeds that this one is to
    confirm. `seconds` is the real time there is for it, 0 for as much as it takes. `language`: in which the judge
    speaks.
    """

    kind: CommandKind
    program: Program
    seed: int
    run_id: int = 0
    units: int = 0
    load: dict[str, float] = field(default_factory=dict)
    cap: int = 0
    agreed: int = 0
    about: About = "growth"
    bytes: float = 0.0
    seconds: float = 0.0
    language: Language = "en"


def parse_command(text: str) -> Command:
    """The command in `text`; ValueError if it is none (then the host is at fault, not the learner)."""
    command: Command = from_json(Command, json.loads(text))
    return command


def parse_any(text: str) -> Command | Step:
    """The same, or a step in the program that the command before it has left alive."""
    parsed: Command | Step = from_json(Command | Step, json.loads(text))
    return parsed
