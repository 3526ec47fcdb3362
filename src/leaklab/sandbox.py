"""The learner's files and the author's, laid where Python finds them, and imported."""

import importlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from leaklab.command import Program


@dataclass(frozen=True, slots=True)
class Place:
    """Where the files of a run lie: the learner's and the author's folder, absolute and without links."""

    learner: str
    harness: str

    def is_learner(self, path: str) -> bool:
        return os.path.dirname(path) == self.learner

    def is_harness(self, path: str) -> bool:
        return os.path.dirname(path) == self.harness


@dataclass(frozen=True, slots=True)
class Workload:
    """One unit of use, and the check that goes with it; each part of the check is optional."""

    run: Callable[[int], Any]
    before: Callable[[], Any] | None
    during: Callable[[int], Any] | None
    after: Callable[[], Any] | None


class NoWorkload(Exception):
    """`workload.py` has no `run`."""


@contextmanager
def laid_out(program: Program) -> Iterator[Place]:
    """The program's files on disk and on `sys.path`, the learner's first; their folder is the current one."""
    scratch = None
    if sys.platform == "emscripten":
        place = Place("/home/learner", "/sandbox")
    else:
        scratch = os.path.realpath(tempfile.mkdtemp(prefix="leaklab-"))
        place = Place(os.path.join(scratch, "learner"), os.path.join(scratch, "sandbox"))
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
            shutil.rmtree(scratch, ignore_errors=True)


def import_workload(program: Program, *, with_check: bool) -> Workload:
    """Import `workload.py`, and with it the program; then `check.py`. Whatever they raise comes through."""
    workload = importlib.import_module("workload")
    run = getattr(workload, "run", None)
    if not callable(run):
        raise NoWorkload("workload.py needs a function run(i).")
    check: ModuleType | None = None
    if with_check and "check.py" in program.harness:
        check = importlib.import_module("check")
    return Workload(
        run=run,
        before=getattr(check, "before", None),
        during=getattr(check, "during", None),
        after=getattr(check, "after", None),
    )


def forget_program(place: Place) -> None:
    """Drop every module of the run, so that what it holds can be freed."""
    for name, module in list(sys.modules.items()):
        path = getattr(module, "__file__", None)
        if isinstance(path, str) and (place.is_learner(path) or place.is_harness(path)):
            del sys.modules[name]
