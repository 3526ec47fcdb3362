"""For pytest, or any other test: what fails when memory grows."""

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import reduce
from pathlib import Path
from typing import Any

from leaklab.native.forked import can_fork, carry_out_in_fork
from leaklab.native.function import DEFAULTS, Terms, judge_function
from leaklab.native.judging import Judgement, judge
from leaklab.native.sandbox_folder import program_of
from leaklab.native.text_report import told
from leaklab.program import target
from leaklab.wire.command import Time
from leaklab.wire.report import Bounded

__all__ = ["Bounded", "NotBounded", "assert_bounded", "assert_sandbox_bounded"]


class NotBounded(AssertionError):
    """Says what the judge says; `judgement` is the whole of it, as `--json` prints it."""

    def __init__(self, judgement: Judgement) -> None:
        super().__init__(told(judgement))
        self.judgement = judgement


def assert_bounded(
    run: Callable[[int], Any],
    *,
    budget: int = DEFAULTS.budget,
    sensitivity: float = DEFAULTS.sensitivity,
    cap: int = DEFAULTS.cap,
    warm_up: int = DEFAULTS.warm_up,
    seed: int = DEFAULTS.seed,
    unit: str = DEFAULTS.unit,
    rate: float = DEFAULTS.rate,
    time: Time = DEFAULTS.time,
) -> Bounded:
    """
    Call `run(0)`, `run(1)` and so on, plain or async, in a process of its own, and judge its memory.

    `budget`: bytes that may stay in use. `sensitivity`: bytes per call that count as growth. `cap`: most calls.
    `warm_up`: calls before the first reading. `seed`: of chance. `unit`: what a call is called in the sentences, and
    `rate`: how many of them come in a second. `time`: whose clock, `"virtual"`, `"real"`, or `"auto"`, which is virtual
    until the function needs the other.

    A function that a name leads to is imported in a fresh interpreter. Any other (a lambda, a closure, a bound method)
    is judged in a fork of this process, where the meter is tracemalloc and this call is on the stack.

    Returns the verdict: `detection_limit` and `bytes_per_unit` in bytes per call, `retained_bytes` and `peak_bytes`.
    Raises NotBounded, an AssertionError with the sentence, the line, the type and the holder, unless it is bounded;
    ValueError where a fork is needed and there is none; NoTarget, a sentence too, when `run` does not take one
    argument.

    >>> from collections import deque
    >>> recent = deque(maxlen=20)
    >>> assert_bounded(recent.append, budget=100_000).units
    3200

    >>> kept = []
    >>> assert_bounded(kept.append)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    leaklab.testing.NotBounded: Growing: ... B per call. At 10 calls a second a 512 MiB container is full in ...
    """
    __tracebackhide__ = True
    terms = Terms(
        cap=cap, budget=budget, sensitivity=sensitivity, warm_up=warm_up, rate=rate, unit=unit, seed=seed, time=time
    )
    return _bounded(_judged(run, terms))


def assert_sandbox_bounded(folder: Path | str, *, seed: int = DEFAULTS.seed) -> Bounded:
    """
    Judge a sandbox folder: `sandbox.json`, `project/`, `workload.py` (or `run(i)` in `project/program.py`), and
    `check.py` if it is there.

    Returns the verdict and raises NotBounded as `assert_bounded` does; SandboxUnusable, which names file and field,
    when the folder is no sandbox.

    >>> assert_sandbox_bounded("no-such-folder")
    Traceback (most recent call last):
        ...
    leaklab.native.sandbox_folder.SandboxUnusable: no-such-folder/sandbox.json: is missing; every sandbox needs one.
    """
    __tracebackhide__ = True
    return _bounded(judge(program_of(Path(folder)), seed))


def _bounded(judgement: Judgement) -> Bounded:
    __tracebackhide__ = True
    if not isinstance(judgement.verdict, Bounded):
        raise NotBounded(judgement)
    return judgement.verdict


def _judged(run: Callable[[int], Any], terms: Terms) -> Judgement:
    module, name = getattr(run, "__module__", None), getattr(run, "__qualname__", None)
    if isinstance(module, str) and isinstance(name, str) and _is_importable(module, name, run):
        return judge_function(module, name, terms)
    if not can_fork():
        raise ValueError(
            f"{name or run!r} cannot be imported, and this system has no fork: define it at the top of a module."
        )
    target.handed[:] = [run]
    try:
        return judge_function(module or "__main__", name or type(run).__qualname__, terms, execute=carry_out_in_fork)
    finally:
        target.handed.clear()


def _is_importable(module: str, name: str, run: object) -> bool:
    """Whether a fresh interpreter finds the same function under this name."""
    loaded = sys.modules.get(module)
    spec = getattr(loaded, "__spec__", None)
    if loaded is None or spec is None or module == "__main__":
        return False
    with suppress(AttributeError):
        return reduce(getattr, name.split("."), loaded) is run
    return False
