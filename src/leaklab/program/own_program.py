"""A program without a load of its author's: `program.py` says itself what one unit is, in `run(i)`."""

import importlib
import inspect
import os
import sys
from collections.abc import Callable
from difflib import get_close_matches
from functools import partial
from types import ModuleType
from typing import Any

from leaklab.program.place import Place
from leaklab.program.target import NoTarget, plain_complaint, workload_of
from leaklab.program.workload import Workload
from leaklab.world.stack import Steps, called

FILE = "program.py"


def import_own_program(place: Place) -> Steps[Workload]:
    """Its `run` as a workload; an assert in the learner's files is an expectation. Raises NoTarget, or as it does."""
    if not os.path.exists(os.path.join(place.learner, FILE)):
        raise NoTarget(f"There is no {FILE}: add one with a function run(i) in it, which does one unit of work.")
    name = FILE.removesuffix(".py")
    yield from called(partial(importlib.import_module, name))
    return workload_of(_run_of(sys.modules[name]), place)


def _run_of(module: ModuleType) -> Callable[[int], Any]:
    run = getattr(module, "run", None)
    if run is None:
        raise NoTarget(f"{FILE} has no function run(i). {_instead(module)}")
    if inspect.isclass(run) or not callable(run):
        kind = "a class" if inspect.isclass(run) else f"of type {type(run).__name__}"
        raise NoTarget(f"In {FILE} run is {kind}: make it a function that takes the unit's number, def run(i).")
    complaint = plain_complaint(run)
    if complaint:
        code = getattr(inspect.unwrap(run), "__code__", None)
        at = "" if code is None else f", line {code.co_firstlineno}"
        raise NoTarget(f"{os.path.basename(code.co_filename) if code else FILE}{at}: run {complaint}")
    function: Callable[[int], Any] = run
    return function


def _instead(module: ModuleType) -> str:
    own = {
        name: value
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__
    }
    close = get_close_matches("run", own, 1)
    if close:
        return f"Rename {close[0]}, in line {own[close[0]].__code__.co_firstlineno}, or add `def run(i):`."
    return "Add `def run(i):`, or `async def run(i):`, which does one unit of work."
