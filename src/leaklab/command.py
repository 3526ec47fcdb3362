"""What the host asks for: a `Command` of `protocol.ts`, parsed once."""

import json
from dataclasses import dataclass
from typing import Any, Literal, cast

CommandKind = Literal["run", "diagnose", "check", "explain"]
Time = Literal["auto", "virtual", "real"]


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
    The learner's files (`project`, with `diagnose.py`) and the author's (`harness`), by file name. With a `target`
    there are no files.
    """

    unit: str
    contract: Contract
    project: dict[str, str]
    harness: dict[str, str]
    target: Target | None

    @property
    def real_time(self) -> bool:
        return self.target is not None and self.target.time == "real"


@dataclass(frozen=True, slots=True)
class Command:
    """
    One command. `units` is set for `run` only, `cap` and `agreed` for `check` only; they are 0 otherwise. `agreed`
    counts the checks with other seeds that this one is to confirm.
    """

    kind: CommandKind
    run_id: int
    program: Program
    seed: int
    units: int
    cap: int
    agreed: int


def parse_command(text: str) -> Command:
    """The command in `text`; KeyError or ValueError if it is none (then the host is at fault, not the learner)."""
    raw: dict[str, Any] = json.loads(text)
    kind = raw["kind"]
    if kind not in ("run", "diagnose", "check", "explain"):
        raise ValueError(f"There is no command {kind!r}.")
    program = raw["program"]
    contract = program["contract"]
    return Command(
        kind=cast(CommandKind, kind),
        run_id=raw["runId"],
        program=Program(
            unit=program["unit"],
            contract=Contract(
                cap=contract["cap"],
                budget_bytes=contract["budgetBytes"],
                sensitivity=contract["sensitivity"],
                warm_up=contract["warmUp"],
                rate_per_second=contract["ratePerSecond"],
            ),
            project=dict(program["project"]),
            harness=dict(program["harness"]),
            target=_target(program.get("target")),
        ),
        seed=raw["seed"],
        units=raw["units"] if kind == "run" else 0,
        cap=raw["cap"] if kind == "check" else 0,
        agreed=raw.get("agreed", 0) if kind == "check" else 0,
    )


def _target(raw: dict[str, Any] | None) -> Target | None:
    if raw is None:
        return None
    return Target(module=raw["module"], function=raw["function"], path=tuple(raw["path"]), time=raw["time"])
