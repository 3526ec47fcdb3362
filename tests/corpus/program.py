"""One program of the corpus: what it does, what it is, and what a sandbox would promise of it."""

from dataclasses import dataclass, replace
from textwrap import dedent
from typing import Any, Literal

from leaklab.wire import command

# `either`: unbounded in theory, but so slowly that not being able to tell is right too. Calling it bounded is not.
Label = Literal["leak", "bounded", "either"]


@dataclass(frozen=True, slots=True)
class Program:
    """`code` defines `run(i)`, plain or async. Bytes and units are those of a sandbox's contract."""

    id: str
    label: Label
    says: str
    code: str
    family: str = ""
    cap: int = 12_800
    budget: int = 200_000
    sensitivity: float = 1.0
    warm_up: int = 300
    packages: tuple[str, ...] = ()
    preload: tuple[str, ...] = ()
    native_only: bool = False

    def of(self, family: str) -> "Program":
        return replace(self, family=family)

    def as_judged(self) -> command.Program:
        """The program of a command."""
        return command.Program(
            unit="request",
            contract=command.Contract(
                cap=self.cap,
                budget_bytes=self.budget,
                sensitivity=self.sensitivity,
                warm_up=self.warm_up,
                rate_per_second=20,
            ),
            project={"app.py": self.code, "diagnose.py": ""},
            harness={"workload.py": "from app import run\n"},
        )


def leak(name: str, says: str, code: str, **promised: Any) -> Program:
    return Program(name, "leak", says, dedent(code).lstrip(), **promised)


def bounded(name: str, says: str, code: str, **promised: Any) -> Program:
    return Program(name, "bounded", says, dedent(code).lstrip(), **promised)


def either(name: str, says: str, code: str, **promised: Any) -> Program:
    return Program(name, "either", says, dedent(code).lstrip(), **promised)
