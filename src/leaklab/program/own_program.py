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
from leaklab.words import say
from leaklab.world.stack import Steps, called

FILE = "program.py"


def import_own_program(place: Place) -> Steps[Workload]:
    """Its `run` as a workload; an assert in the learner's files is an expectation. Raises NoTarget, or as it does."""
    if not os.path.exists(os.path.join(place.learner, FILE)):
        raise NoTarget(say().program.no_program(FILE))
    name = FILE.removesuffix(".py")
    yield from called(partial(importlib.import_module, name))
    return workload_of(_run_of(sys.modules[name]), place)


def _run_of(module: ModuleType) -> Callable[[int], Any]:
    says, run = say().program, getattr(module, "run", None)
    if run is None:
        raise NoTarget(_without_run(module))
    if inspect.isclass(run):
        raise NoTarget(says.run_is_a_class(FILE))
    if not callable(run):
        raise NoTarget(says.run_is_no_function(FILE, type(run).__name__))
    code = getattr(inspect.unwrap(run), "__code__", None)
    at = FILE if code is None else says.place(os.path.basename(code.co_filename), code.co_firstlineno)
    complaint = plain_complaint(run, f"{at}: run")
    if complaint:
        raise NoTarget(complaint)
    function: Callable[[int], Any] = run
    return function


def _without_run(module: ModuleType) -> str:
    own = {
        name: value
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__
    }
    close = get_close_matches("run", own, 1)
    if close:
        return say().program.no_run_but(FILE, close[0], own[close[0]].__code__.co_firstlineno)
    return say().program.no_run(FILE)
