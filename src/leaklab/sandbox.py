"""The learner's files and the author's, laid where Python finds them, and imported."""

import importlib.util
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from leaklab.command import Program
from leaklab.elsewhere import close_javascript
from leaklab.place import Place
from leaklab.target import at_home, import_target
from leaklab.workload import Workload


class NoWorkload(Exception):
    """`workload.py` has no `run`."""


@contextmanager
def laid_out(program: Program) -> Iterator[Place]:
    """
    The program's files on disk and on `sys.path`, the learner's first; their folder is the current one. A target stays
    where it is.
    """
    if program.target is not None:
        with at_home(program.target) as place:
            yield place
        return
    scratch = None
    if sys.platform == "emscripten":
        # A browser's files lie in memory.
        place = Place("/home/learner", "/sandbox", kept=("/",))
        close_javascript()
    else:
        scratch = os.path.realpath(tempfile.mkdtemp(prefix="leaklab-"))
        place = Place(os.path.join(scratch, "learner"), os.path.join(scratch, "sandbox"), kept=(scratch,))
        tempfile.tempdir = scratch
    for folder, files in ((place.learner, program.project), (place.harness, program.harness)):
        os.makedirs(folder, exist_ok=True)
        for name, text in files.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
    before, path, bytecode = os.getcwd(), sys.path[:], sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    sys.path[:0] = [place.learner, place.harness]
    os.chdir(place.learner)
    # Not `invalidate_caches`: that reads every wheel's directory anew, and the program would be charged for it.
    for folder in (place.learner, place.harness):
        sys.path_importer_cache.pop(folder, None)
    try:
        yield place
    finally:
        os.chdir(before)
        sys.path[:] = path
        sys.dont_write_bytecode = bytecode
        if scratch is not None:
            tempfile.tempdir = None
            shutil.rmtree(scratch, ignore_errors=True)


def import_workload(program: Program, place: Place, *, with_check: bool) -> Workload:
    """Import `workload.py`, and with it the program; then `check.py`. Whatever they raise comes through."""
    if program.target is not None:
        return import_target(program.target, place)
    workload = import_authored("workload", place)
    run = getattr(workload, "run", None)
    if not callable(run):
        raise NoWorkload("workload.py needs a function run(i).")
    check: ModuleType | None = None
    if with_check and "check.py" in program.harness:
        check = import_authored("check", place)
    return Workload(
        run=run,
        before=getattr(check, "before", None),
        during=getattr(check, "during", None),
        after=getattr(check, "after", None),
    )


def import_authored(name: str, place: Place) -> ModuleType:
    """From the author's file itself, and afresh: the program may have put something of its own in its place."""
    spec = importlib.util.spec_from_file_location(name, os.path.join(place.harness, f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    # The program may have put its own there meanwhile.
    sys.modules[name] = module
    return module


def forget_program(place: Place) -> None:
    """Drop every module of the run, so that what it holds can be freed."""
    for name, module in list(sys.modules.items()):
        path = getattr(module, "__file__", None)
        if isinstance(path, str) and (place.is_learner(path) or place.is_harness(path)):
            del sys.modules[name]
