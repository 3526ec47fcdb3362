"""A function of somebody's own program: found, imported where it is, and loaded as a workload."""

import importlib
import importlib.util
import inspect
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from types import CoroutineType, ModuleType
from typing import Any

from leaklab.program.place import OwnCode, Place
from leaklab.program.workload import Workload
from leaklab.wire.command import Target
from leaklab.words import say
from leaklab.world.stack import Steps, called, keep

# What a fork has to judge where a name cannot say it; set in the parent, just before.
handed: list[Callable[[int], Any]] = []


class NoTarget(Exception):
    """There is no such function; says what to do, in one line."""


@contextmanager
def at_home(target: Target) -> Iterator[Place]:
    """The program where it is: its own `sys.path`, its own current folder."""
    path, arguments, bytecode = sys.path[:], sys.argv, sys.dont_write_bytecode
    sys.path[:] = target.path
    sys.argv = [target.module]
    sys.dont_write_bytecode = True
    try:
        yield own_code(target.module)
    finally:
        sys.path[:], sys.argv, sys.dont_write_bytecode = path, arguments, bytecode


def own_code(module: str) -> Place:
    """The current folder, if the module lies there; else its package, or the module alone."""
    here = os.getcwd()
    file = _file_of(module.partition(".")[0])
    folder = os.path.dirname(file) if file else here
    if folder == here or folder.startswith(here.rstrip(os.sep) + os.sep):
        own = OwnCode(here, here)
        if file is None or own.is_learner(file):
            return own
    if os.path.basename(file or "") == "__init__.py":
        return OwnCode(folder, os.path.dirname(folder))
    return OwnCode(file or here, folder)


def import_target(target: Target, place: Place) -> Steps[Workload]:
    """Its function as a workload; an assert in the program's own files is an expectation. Raises NoTarget."""
    function = handed[0] if handed else _function((yield from _module(target.module)), target.module, target.function)
    complaint = plain_complaint(function, f"{target.module}:{target.function}")
    if complaint:
        raise NoTarget(complaint)
    return workload_of(function, place)


def workload_of(function: Callable[[int], Any], place: Place) -> Workload:
    """What loads `function`, plain or async; an assert that fails in the program's own files is an expectation."""
    failed: dict[int, BaseException] = {}
    results: list[object] = []

    def took(unit: int, raised: list[BaseException]) -> None:
        result = results.pop() if results else None
        if type(result) is CoroutineType:
            result.close()
            raised.append(TypeError(say().program.nobody_awaits))
        elif raised and isinstance(raised[0], AssertionError) and _is_expectation(raised[0], place):
            failed[unit] = raised.pop()

    def asserted(unit: int) -> BaseException | None:
        return failed.pop(unit, None)

    workload = Workload(run=function, took=took, asserted=asserted)
    return workload if workload.is_async else replace(workload, run=partial(keep, results.append, function))


def plain_complaint(function: Callable[[int], Any], name: str) -> str:
    """What is to be said of a function of this name that cannot do a unit; empty where it can."""
    if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
        return say().program.is_a_generator(name)
    try:
        inspect.signature(function).bind(0)
    except TypeError:
        return say().program.takes_no_number(name)
    except ValueError:
        # Some functions written in C do not say.
        return ""
    return ""


def _file_of(top: str) -> str | None:
    try:
        spec = importlib.util.find_spec(top)
    except (ImportError, ValueError):
        return None
    if spec is None or spec.origin is None or not os.path.isabs(spec.origin):
        return None
    return spec.origin


def _module(name: str) -> Steps[ModuleType]:
    try:
        yield from called(partial(importlib.import_module, name))
        return sys.modules[name]
    except ModuleNotFoundError as error:
        # Of the module itself or a package that it lies in; what it imports is another matter.
        if error.name is None or not f"{name}.".startswith(f"{error.name}."):
            raise
        raise NoTarget(
            f"There is no module {name}: give it as Python would import it from {os.getcwd()}, such as service:run."
        ) from None


def _function(module: ModuleType, module_name: str, name: str) -> Callable[[int], Any]:
    value: object = module
    for part in name.split("."):
        try:
            value = getattr(value, part)
        except AttributeError:
            raise NoTarget(f"{module_name} has no {name}.{_instead(module, module_name, name)}") from None
    if inspect.isclass(value) or not callable(value):
        kind = "a class" if inspect.isclass(value) else f"of type {type(value).__name__}"
        raise NoTarget(f"{module_name}:{name} is {kind}; name a function that takes the unit's number: def run(i).")
    return value


def _instead(module: ModuleType, module_name: str, name: str) -> str:
    known = [
        key for key, value in vars(module).items() if inspect.isfunction(value) and value.__module__ == module.__name__
    ]
    close = get_close_matches(name, known, 1) or known[:5]
    return f" Name one of its functions: {', '.join(f'{module_name}:{key}' for key in close)}." if close else ""


def _is_expectation(error: AssertionError, place: Place) -> bool:
    """Whether an assert of the program's own failed, and not one of a library."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and place.is_learner(trace.tb_frame.f_code.co_filename)
