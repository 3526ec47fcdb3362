"""The learner's files and the author's, laid where Python finds them, and imported."""

import asyncio
import gc
import importlib.util
import linecache
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from types import ModuleType
from typing import Any

from leaklab.program.elsewhere import ELSEWHERE
from leaklab.program.off_meter import close_javascript
from leaklab.program.own_program import import_own_program
from leaklab.program.place import OwnCode, Place
from leaklab.program.target import at_home, import_target
from leaklab.program.workload import Workload
from leaklab.wire.command import Program
from leaklab.words import say
from leaklab.world.stack import Steps, called

_THRESHOLD = gc.get_threshold()
# Where a browser's interpreter has wheels that a program does not; natively it has what is installed.
_TOOLS = "/lib/tools"


class NoWorkload(Exception):
    """`workload.py` has no `run`."""


@contextmanager
def laid_out(program: Program) -> Iterator[Place]:
    """The program's files on disk. A target stays where it is, and is entered too."""
    if program.target is not None:
        with at_home(program.target) as place:
            yield place
        return
    scratch = None
    if sys.platform == "emscripten":
        # A browser's files lie in memory.
        place = Place("/home/learner", "/sandbox", kept=("/",))
        close_javascript()
        if os.path.exists(place.harness):
            _clear_away(place)
    else:
        scratch = os.path.realpath(tempfile.mkdtemp(prefix="program-"))
        place = Place(os.path.join(scratch, "learner"), os.path.join(scratch, "sandbox"), kept=(scratch,))
        tempfile.tempdir = scratch
        ELSEWHERE.begin(place.kept)
    for folder, files in ((place.learner, program.project), (place.harness, program.harness)):
        os.makedirs(folder, exist_ok=True)
        for name, text in files.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
    try:
        yield place
    finally:
        if scratch is not None:
            tempfile.tempdir = None
            shutil.rmtree(scratch, ignore_errors=True)


@contextmanager
def entered(place: Place) -> Iterator[None]:
    """The program's files on `sys.path`, the learner's first; their folder is the current one."""
    if isinstance(place, OwnCode):
        yield
        return
    before, path, bytecode = os.getcwd(), sys.path[:], sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    sys.path[:0] = [place.learner, place.harness]
    os.chdir(place.learner)
    # Not `invalidate_caches`: that reads every wheel's directory anew, and the program would be charged for it.
    for folder in (place.learner, place.harness):
        sys.path_importer_cache.pop(folder, None)
    try:
        yield
    finally:
        os.chdir(before)
        sys.path[:] = path
        sys.dont_write_bytecode = bytecode


def bring_tools() -> None:
    """For whoever looks at the program (objgraph, pympler): they can be imported until `entered` ends."""
    if sys.platform == "emscripten":
        sys.path += [os.path.join(_TOOLS, name) for name in os.listdir(_TOOLS)]


def _clear_away(place: Place) -> None:
    """What the program of an earlier command left in an interpreter that lives on: the next is to meet none of it."""
    forget_program(place)
    # The loop holds what waits in it.
    asyncio.set_event_loop(None)
    linecache.clearcache()
    for folder in (place.learner, place.harness):
        shutil.rmtree(folder, ignore_errors=True)
    _forget_handlers(sys.modules.get("logging"))
    gc.set_threshold(*_THRESHOLD)
    gc.enable()
    gc.unfreeze()
    gc.collect()


def _forget_handlers(logging: Any) -> None:
    """Those that tell nobody are libraries' own: they had them before the program."""
    if logging is None:
        return
    for logger in (logging.root, *logging.root.manager.loggerDict.values()):
        if isinstance(logger, logging.Logger):
            logger.handlers[:] = [each for each in logger.handlers if isinstance(each, logging.NullHandler)]
            logger.filters.clear()


def import_workload(
    program: Program, place: Place, *, with_check: bool, load: Mapping[str, float] | None = None
) -> Steps[Workload]:
    """
    Import `workload.py`, and with it the program, or the learner's own program where there is none; then `check.py`.
    Whatever they raise comes through. `load` is what is turned of the workload's `LOAD`.
    """
    if program.target is not None:
        return (yield from import_target(program.target, place))
    workload = yield from (import_own_program(place) if program.brings_its_load else _authored_load(place, load))
    if not with_check or "check.py" not in program.harness:
        return workload
    check = yield from import_authored("check", place)
    return replace(
        workload,
        before=getattr(check, "before", None),
        during=getattr(check, "during", None),
        after=getattr(check, "after", None),
    )


def _authored_load(place: Place, load: Mapping[str, float] | None) -> Steps[Workload]:
    workload = yield from import_authored("workload", place)
    run = getattr(workload, "run", None)
    if not callable(run):
        raise NoWorkload(say().program.no_workload)
    declared = getattr(workload, "LOAD", {})
    declared.update({name: value for name, value in (load or {}).items() if name in declared})
    return Workload(
        run=run,
        drain=getattr(workload, "drain", None),
        failed=getattr(workload, "failed", None),
    )


def import_authored(name: str, place: Place) -> Steps[ModuleType]:
    """From the author's file itself, and afresh: the program may have put something of its own in its place."""
    spec = importlib.util.spec_from_file_location(name, os.path.join(place.harness, f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    yield from called(partial(spec.loader.exec_module, module))
    # The program may have put its own there meanwhile.
    sys.modules[name] = module
    return module


def forget_program(place: Place) -> None:
    """Drop every module of the run, so that what it holds can be freed."""
    for name, module in list(sys.modules.items()):
        path = getattr(module, "__file__", None)
        if isinstance(path, str) and (place.is_learner(path) or place.is_harness(path)):
            del sys.modules[name]
