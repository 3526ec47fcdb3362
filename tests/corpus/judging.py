"""Judges programs natively, two at a time, and asks the simpler rules of each."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import get_args

from baselines import RULES, Allocator
from program import Label, Program

from leaklab.native import check_program

_LANES = 2
# As the judge's own children have it, but for the allocator.
_ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0:glibc.malloc.arena_max=1",
}

Asked = tuple[Program, int]
# By the rule's name, whether it says that the program leaks.
Answers = dict[str, bool]


@dataclass(frozen=True, slots=True)
class Result:
    """`verdict` is its kind, or what the interpreter died of; slope and limit in bytes per unit."""

    program: Program
    seed: int
    verdict: str
    says: str
    slope: float
    limit: float
    units: int
    seconds: float

    @property
    def label(self) -> Label:
        return self.program.label


def judge_all(asked: Sequence[Asked]) -> Iterator[Result]:
    """In order, each result as soon as it and those before it are there."""
    with ThreadPoolExecutor(_LANES) as lanes:
        yield from lanes.map(_judged, asked)


def _judged(asked: Asked) -> Result:
    program, seed = asked
    began = perf_counter()
    last = check_program(program.as_judged(), seed)
    seconds = perf_counter() - began
    verdict = last.get("verdict", {})
    return Result(
        program=program,
        seed=seed,
        verdict=verdict.get("kind", last.get("fault", last["kind"])),
        says=verdict.get("sentence", last.get("message", "")),
        slope=verdict.get("bytesPerUnit", 0.0),
        limit=verdict.get("detectionLimit", 0.0),
        units=verdict.get("units", 0),
        seconds=round(seconds, 2),
    )


def ask_rules(asked: Sequence[Asked]) -> list[Answers]:
    """In order. Raises RuntimeError when a program does not get to its end."""
    hands = [(allocator, lane) for allocator in get_args(Allocator) for lane in range(_LANES)]
    with ThreadPoolExecutor(_LANES) as lanes:
        answered = lanes.map(lambda hand: _answers(hand[0], asked[hand[1] :: _LANES]), hands)
        by_hand = dict(zip(hands, answered, strict=True))
    merged: list[Answers] = [{} for _ in asked]
    for (_, lane), answers in by_hand.items():
        for place, answer in enumerate(answers):
            merged[lane + place * _LANES] |= answer
    return [{rule.name: answer[rule.name] for rule in RULES} for answer in merged]


def _answers(allocator: Allocator, asked: Sequence[Asked]) -> list[Answers]:
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("readings.py")), allocator],
        input="".join(json.dumps({"code": program.code, "seed": seed}) + "\n" for program, seed in asked),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **_ENVIRONMENT, "PYTHONMALLOC": allocator},
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2_000:])
    return [json.loads(line) for line in done.stdout.splitlines()]
