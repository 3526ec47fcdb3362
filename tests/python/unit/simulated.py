"""Programs that are only a curve: bytes and entries by units, climbed and decided as a real one is, in milliseconds."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from leaklab.measure import marks
from leaklab.measure.ladder import Climb, climb
from leaklab.measure.reads import Reads
from leaklab.verdict.decide import Decision, decide, is_settled
from leaklab.wire.signals import Wire
from leaklab.world.stack import Steps, drive

Curve = Callable[[int], float]

CAP, SENSITIVITY = 12_800, 1.0
_WARM_UP = (300, 375)
_NO_BUDGET = 10**12


@dataclass(frozen=True, slots=True)
class Program:
    """Bytes in use and entries in containers after so many units."""

    memory: Curve
    entries: Curve = field(default=lambda unit: 0)


class _Load:
    """Counts; nothing is run."""

    overlaps = False

    def __init__(self, units: int) -> None:
        self.completed = units
        self.sign: Callable[[], None] | None = None

    def go(self, units: int) -> Steps[None]:
        self.completed += units
        yield from ()

    def drain(self) -> Steps[None]:
        yield from ()

    def call(self, function: Callable[[], object]) -> Steps[None]:
        yield from ()

    def once_more(self, unit: int) -> Steps[None]:
        yield from ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the last check came to; `checks` of them, which loaded so many `units` in all."""

    decision: Decision
    climbed: Climb
    checks: int
    units: int

    @property
    def kind(self) -> str:
        return self.decision.kind


def judge(
    program: Program, monkeypatch: pytest.MonkeyPatch, *, seed: int = 1, cap: int = CAP, budget: int = _NO_BUDGET
) -> Outcome:
    """With the second check, of twice the cap, that an undecided first one asks for."""
    units = 0
    for number, asked in enumerate((cap, 2 * cap), 1):
        climbed = _climbed(program, monkeypatch, random.Random(1_000 * seed + number), asked, budget)
        decision = decide(climbed, asked, budget, SENSITIVITY, "request")
        units += climbed.units
        if decision.kind != "inconclusive":
            break
    return Outcome(decision, climbed, number, units)


def _climbed(program: Program, monkeypatch: pytest.MonkeyPatch, chance: random.Random, cap: int, budget: int) -> Climb:
    load = _Load(chance.randint(*_WARM_UP))
    base = round(program.memory(load.completed))
    monkeypatch.setattr(marks, "count_entries", lambda: round(program.entries(load.completed)))
    monkeypatch.setattr(Reads, "settle_all", lambda self: (0, 0))
    reads = Reads(
        lambda: round(program.memory(load.completed)),
        lambda: None,
        base,
        load,
        Wire(0, lambda signal: None),
        2_000,
    )
    climbing = climb(
        load,
        reads,
        cap,
        budget,
        SENSITIVITY,
        chance,
        lambda shown, at_cap: is_settled(shown, cap, SENSITIVITY, at_cap=at_cap),
    )
    return drive(climbing)
