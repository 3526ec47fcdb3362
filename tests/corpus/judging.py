"""Judges programs natively, and asks the simpler rules of each."""

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

from leaklab.native.judging import check
from leaklab.wire.report import Measured

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
    """`verdict` is its kind; slope and limit in bytes per unit, 0 where nothing was measured."""

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


def judge_all(asked: Sequence[Asked], lanes: int) -> Iterator[Result]:
    """So many at a time. In order, each result as soon as it and those before it are there."""
    with ThreadPoolExecutor(lanes) as pool:
        yield from pool.map(judge_one, asked)


def judge_one(asked: Asked) -> Result:
    program, seed = asked
    began = perf_counter()
    verdict = check(program.as_judged(), seed)
    seconds = perf_counter() - began
    return Result(
        program=program,
        seed=seed,
        verdict=verdict.kind,
        says=verdict.sentence,
        slope=verdict.bytes_per_unit if isinstance(verdict, Measured) else 0.0,
        limit=verdict.detection_limit if isinstance(verdict, Measured) else 0.0,
        units=verdict.units,
        seconds=round(seconds, 2),
    )


def ask_rules(asked: Sequence[Asked], lanes: int) -> list[Answers]:
    """So many at a time, in order. Raises RuntimeError when a program does not get to its end."""
    hands = [(allocator, lane) for allocator in get_args(Allocator) for lane in range(lanes)]
    with ThreadPoolExecutor(lanes) as pool:
        answered = pool.map(lambda hand: _answers(hand[0], asked[hand[1] :: lanes]), hands)
        by_hand = dict(zip(hands, answered, strict=True))
    merged: list[Answers] = [{} for _ in asked]
    for (_, lane), answers in by_hand.items():
        for place, answer in enumerate(answers):
            merged[lane + place * lanes] |= answer
    return [{rule.name: answer[rule.name] for rule in RULES} for answer in merged]


def _answers(allocator: Allocator, asked: Sequence[Asked]) -> list[Answers]:
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("readings.py")), allocator],
        input="".join(json.dumps({"code": program.code, "seed": seed}) + "\n" for program, seed in asked),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **_ENVIRONMENT, "PYTHONMALLOC": allocator, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2_000:])
    return [json.loads(line) for line in done.stdout.splitlines()]
