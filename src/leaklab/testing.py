"""For pytest, or any other test: `assert_bounded(run)` fails when memory grows with each call of `run`."""

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import reduce
from typing import Any

from leaklab import target
from leaklab.command import Time
from leaklab.forked import can_fork, carry_out_in_fork
from leaklab.native import Execute, Judgement, carry_out
from leaklab.own import DEFAULTS, Terms, judge_function
from leaklab.telling import told

__all__ = ["assert_bounded"]


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
) -> dict[str, Any]:
    """
    Call `run(0)`, `run(1)` and so on, plain or async, in a process of its own, and judge its memory; the verdict, as
    `report.schema.json` has it. Raises AssertionError, with the line, the type and the holder, unless it is bounded.

    A function that a name leads to is imported in a fresh interpreter. Any other (a lambda, a closure, a bound method)
    is judged in a fork of this process, where the meter is tracemalloc; ValueError where there is no fork.

    `budget`: bytes that may stay in use. `sensitivity`: bytes per call that count as growth. `cap`: most calls.
    """
    __tracebackhide__ = True
    terms = Terms(
        cap=cap, budget=budget, sensitivity=sensitivity, warm_up=warm_up, rate=rate, unit=unit, seed=seed, time=time
    )
    judgement = _judged(run, terms)
    if judgement.verdict["kind"] != "bounded":
        raise AssertionError(told(judgement))
    return judgement.verdict


def _judged(run: Callable[[int], Any], terms: Terms) -> Judgement:
    module, name = getattr(run, "__module__", None), getattr(run, "__qualname__", None)
    if isinstance(module, str) and isinstance(name, str) and _is_importable(module, name, run):
        return judge_function(module, name, terms, execute=carry_out)
    if not can_fork():
        raise ValueError(
            f"{name or run!r} cannot be imported, and this system has no fork: define it at the top of a module."
        )
    target.handed[:] = [run]
    try:
        execute: Execute = carry_out_in_fork
        return judge_function(module or "__main__", name or type(run).__qualname__, terms, execute=execute)
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
