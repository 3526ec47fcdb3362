"""Carries out a sandbox's diagnose.py natively, as the workbench does, and tells what it found."""

import sys
from typing import TextIO

from leaklab.native.process import ChildFailed, carry_out
from leaklab.native.signals import ChildSignal
from leaklab.wire.command import Command, Program
from leaklab.wire.report import Diagnosis, Verdict
from leaklab.wire.signals import Cut, Diagnosed, Drawn, Fault, Judged, Printed

# In the words of the workbench: where it is complete, and where it is not.
_CULPRIT = ("That is it: your diagnosis names the culprit.", "Not all of it is named yet.")
_CLAIM = ("That is it: your claim holds so far.", "What you claim does not hold yet, or not all is claimed.")


def diagnose(program: Program, seed: int, out: TextIO = sys.stdout, err: TextIO = sys.stderr) -> Diagnosis | Verdict:
    """
    What was found, or the verdict on a program that came to another end; what it prints goes to `out` and `err` on the
    way, and a picture as the DOT text that Graphviz draws. Raises ChildFailed.
    """

    def heard(signal: ChildSignal) -> None:
        match signal:
            case Printed():
                print(signal.text, end="", file=out if signal.stream == "stdout" else err, flush=True)
            case Cut():
                print(f"({signal.lines:,} lines are left out here.)", file=out)
            case Drawn():
                print(signal.dot, file=out)

    last = carry_out(Command(kind="diagnose", program=program, seed=seed), heard)
    match last:
        case Diagnosed():
            return last.diagnosis
        case Judged():
            return last.verdict
        case Fault():
            raise ChildFailed(last.message)
        case _:
            raise ChildFailed(f"A diagnosis ended with {last.kind}.")


def told(diagnosis: Diagnosis) -> str:
    """Whether that is all of it, and a line on each part; empty where there is nothing to grade."""
    if not diagnosis.findings:
        return ""
    lines = [
        f"  {finding.part.replace('_', ' '):<8} {'right' if finding.right else 'not yet':<8} {finding.feedback}"
        for finding in diagnosis.findings
    ]
    is_claim = all(finding.part in ("grows", "at_most") for finding in diagnosis.findings)
    found, open_yet = _CLAIM if is_claim else _CULPRIT
    whole = found if diagnosis.complete else open_yet
    return "".join(f"{line}\n" for line in [whole, *lines])
