"""Runs the learner's `diagnose.py` in the living, warmed-up process, and compares what it found."""

import os
import sys
from functools import partial
from gc import unfreeze
from types import ModuleType

from leaklab import live
from leaklab.diagnose.claims import compare_claim
from leaklab.diagnose.grading import compare
from leaklab.diagnosis import Claim, Culprit
from leaklab.load.load import UnitFailed
from leaklab.load.run import Ended, Run, crashed, start, warm_up
from leaklab.program.layout import bring_tools, import_authored
from leaklab.program.pictures import shown_pictures
from leaklab.program.place import Place
from leaklab.wire.report import Diagnosis
from leaklab.world.stack import Steps, as_raised, called, drive

_FILE = "diagnose.py"
_CULPRIT_FILE = "diagnosis.py"


def diagnose(run: Run) -> Steps[Diagnosis]:
    """Without findings where no culprit is declared. Raises Ended when the program or the diagnosis crashes."""
    load, _, _ = yield from start(run, with_check=False)
    yield from warm_up(run, load, run.command.program.contract.warm_up)
    # The learner is to see every object.
    unfreeze()
    run.wire.phase("diagnosis")

    def run_units(units: int) -> None:
        drive(load.go(units))
        drive(load.drain())

    load.sign = lambda: run.wire.phase("diagnosis")
    live.attach(run_units)
    bring_tools()
    try:
        with shown_pictures(run.output, run.place):
            yield from _execute(os.path.join(run.place.learner, _FILE))
    except MemoryError:
        raise
    except UnitFailed as failed:
        if isinstance(failed.error, MemoryError):
            raise failed.error from None
        raise Ended(crashed(run, "load", load.completed, failed.error)) from None
    except BaseException as raised:
        error = as_raised(raised)
        if not (isinstance(error, SystemExit) and error.code in (None, 0)):
            raise Ended(crashed(run, "diagnosis", load.completed, error)) from None
    finally:
        found = live.detach()
    if _CULPRIT_FILE not in run.command.program.harness:
        # Nobody has written down what there is to find: what it printed is all of it.
        return Diagnosis(complete=False, findings=())
    culprit, claim = yield from _authored(run.place)
    findings = (*compare(found, culprit, run.place).findings, *(yield from compare_claim(found, claim)))
    return Diagnosis(complete=all(finding.right for finding in findings), findings=findings)


def _execute(path: str) -> Steps[None]:
    """As a script, in a module of its own, so that what it imports by name and keeps is its own."""
    with open(path, encoding="utf-8") as file:
        code = compile(file.read(), path, "exec")
    module = ModuleType("__main__")
    module.__file__ = path
    kept = sys.modules["__main__"]
    sys.modules["__main__"] = module
    try:
        yield from called(partial(exec, code, vars(module)))
    finally:
        sys.modules["__main__"] = kept


def _authored(place: Place) -> Steps[tuple[Culprit, Claim]]:
    """Of `diagnosis.py`; what is wrong with it is the author's fault, not the learner's."""
    names = vars((yield from import_authored("diagnosis", place)))
    culprit, claim = names.get("culprit", Culprit()), names.get("claim", Claim())
    if not names.keys() & {"culprit", "claim"} or type(culprit) is not Culprit or type(claim) is not Claim:
        raise TypeError("diagnosis.py needs culprit = Culprit(...), or claim = Claim(...), or both.")
    return culprit, claim
