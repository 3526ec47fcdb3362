"""
Mutates a fix, one small change at a time, and says which mutants no check objects to.

On standard input, as JSON: `program`, `seed`, `preload` (modules to import once), `mutate` (files of
the program) and `equivalent` (mutants that are not judged: `file`, `line` and `mutant`, each stripped, and all mutants
of the line where `mutant` is missing).
On standard output, as JSON: `unchanged`, the verdict on the fix itself; `total`, how many mutants there are, and how
many are `declared`; `matched`, the numbers of the declarations that are of one; `survivors`, as `equivalent`. Needs
fork; mutmut has the operators.
"""

import gc
import json
import os
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import ndiff
from importlib import import_module
from itertools import islice
from multiprocessing import get_context

import libcst as cst
from mutmut.mutation.mutators import mutation_operators, operator_string

from leaklab.host import prepare
from leaklab.native.child import steps_of_child
from leaklab.native.process import CHILD_ENVIRONMENT, end_group, listen, unheard
from leaklab.wire.codec import as_json
from leaklab.wire.command import Command, Program, parse_command
from leaklab.wire.signals import Judged
from leaklab.world.stack import drive

# Who grows is found out on the way there, and who is bounded has been for a while.
CAP = 6_400
AT_ONCE = 2
# Seconds of processor, for a mutant that turns in circles, and of a clock, for one that waits for ever.
LIMIT = 60
WAIT = 600
ALIVE = ("bounded", "inconclusive")


@dataclass(frozen=True, slots=True)
class Mutant:
    file: str
    line: str
    mutant: str
    text: str


class Finder(cst.CSTVisitor):
    """Every node that does something when the program runs."""

    def __init__(self) -> None:
        super().__init__()
        self.nodes: list[cst.CSTNode] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        is_text = isinstance(node, cst.Expr) and isinstance(node.value, cst.SimpleString | cst.ConcatenatedString)
        if is_text or isinstance(node, cst.Annotation | cst.Import | cst.ImportFrom):
            return False
        self.nodes.append(node)
        return True


def mutants_of(file: str, text: str) -> Iterator[Mutant]:
    module = cst.parse_module(text)
    finder = Finder()
    module.visit(finder)
    seen = {text}
    for node in finder.nodes:
        for kind, operator in mutation_operators:
            if not isinstance(node, kind):
                continue
            # Of a text in capitals and one in small letters nothing more is to be learned.
            for changed in islice(operator(node), 1 if operator is operator_string else None):
                code = cst.ensure_type(module.deep_replace(node, changed), cst.Module).code
                if code not in seen and compiles(code):
                    seen.add(code)
                    yield Mutant(file, *difference(text, code), code)


def compiles(code: str) -> bool:
    try:
        compile(code, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def difference(text: str, code: str) -> tuple[str, str]:
    lines = list(ndiff(text.splitlines(), code.splitlines()))
    return tuple(" ".join(line[2:].strip() for line in lines if line.startswith(sign)) for sign in "-+")  # type: ignore[return-value]


def verdict_on(program: Program, seed: int, cap: int = CAP) -> str:
    """The kind of one check's verdict, in a copy of this process; `died` where there is none."""
    command = Command(kind="check", program=program, seed=seed, cap=min(cap, program.contract.cap))
    incoming, outgoing = os.pipe()
    child = os.fork()
    if not child:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
        signal.alarm(WAIT)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        drive(steps_of_child(json.dumps(as_json(command)), outgoing))
    os.close(outgoing)
    try:
        with os.fdopen(incoming, encoding="utf-8") as signals:
            last = listen(signals, unheard)
    finally:
        end_group(child)
        os.waitpid(child, 0)
    if not isinstance(last, Judged):
        return "died"
    if last.verdict.kind == "inconclusive" and cap < program.contract.cap:
        return verdict_on(program, seed, program.contract.cap)
    return last.verdict.kind


def main() -> None:
    asked = json.load(sys.stdin)
    command = {"kind": "check", "runId": 0, "seed": asked["seed"], "cap": CAP, "agreed": 0, "program": asked["program"]}
    program = parse_command(json.dumps(command)).program
    mutants = [mutant for file in asked["mutate"] for mutant in mutants_of(file, program.project[file])]
    prepare([])
    for name in asked["preload"]:
        import_module(name)
    gc.freeze()
    declarations = [(number, one) for number, one in enumerate(asked["equivalent"])]
    declared = {id(one): {number for number, said in declarations if is_told(one, said)} for one in mutants}
    judged = [one for one in mutants if not declared[id(one)]]
    programs = [program, *(replace(program, project={**program.project, one.file: one.text}) for one in judged)]
    with get_context("fork").Pool(AT_ONCE) as pool:
        unchanged, *kinds = pool.starmap(verdict_on, [(one, asked["seed"]) for one in programs], chunksize=1)
    survivors = [
        {"file": one.file, "line": one.line, "mutant": one.mutant}
        for one, kind in zip(judged, kinds, strict=True)
        if kind in ALIVE
    ]
    found = {
        "unchanged": unchanged,
        "total": len(mutants),
        "declared": len(mutants) - len(judged),
        "matched": sorted(set().union(*declared.values())),
        "survivors": survivors,
    }
    print(json.dumps(found))


def is_told(one: Mutant, said: dict[str, str]) -> bool:
    return (one.file, one.line) == (said["file"], said["line"]) and said.get("mutant", one.mutant) == one.mutant


if __name__ == "__main__":
    if os.environ.get("PYTHONMALLOC") != CHILD_ENVIRONMENT["PYTHONMALLOC"]:
        # The meter asks for an environment that a process has to be started with.
        with suppress(KeyError):
            os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **CHILD_ENVIRONMENT})
    main()
