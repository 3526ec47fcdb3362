"""
python -m leaklab judge MODULE:FUNCTION [options]   judge any function run(i), plain or async, in this environment
python -m leaklab sandbox DIR [--overlay DIR]       judge a sandbox folder, natively
python -m leaklab diagnose DIR                      run a sandbox's diagnose.py in its living, loaded program
python -m leaklab report FILE.json --html FILE      turn a judgement that --json printed into a page
python -m leaklab proof FILE... --sandboxes DIR     measure again what learners have proved
python -m leaklab new-sandbox DIR [--bounded]       lay out a sandbox, with a note wherever its author must work
python -m leaklab gate DIR [options]                judge a sandbox's program, fixes and decoys as it declares them

Exit status: 0 bounded, 10 growing, 11 over-budget, 12 inconclusive, 13 broken, 14 costly, 15 crashed,
20 a diagnosis that does not name all of it yet, 21 a proof that does not hold, 22 a gate that is shut,
64 usage, 70 our own failure.
"""

import argparse
import json
import sys
import traceback
from pathlib import Path
from typing import NoReturn

from leaklab.native import diagnosing, option_values
from leaklab.native.function import DEFAULTS, LEAST_CAP, Terms, judge_function
from leaklab.native.gating import GateTerms, gate
from leaklab.native.html_report import NoReport, ready_for, saved_judgement, write_page
from leaklab.native.judging import Judgement, judge
from leaklab.native.new_sandbox import NotLaidOut, lay_out
from leaklab.native.process import OUR_FAILURE, carry_out
from leaklab.native.progress import Progress
from leaklab.native.proof import NoProof, measure, read_proof
from leaklab.native.proof import told as told_of_proof
from leaklab.native.sandbox_folder import SandboxUnusable, program_of
from leaklab.native.signals import ChildEnd, ChildSignal
from leaklab.native.text_report import told
from leaklab.program.target import NoTarget
from leaklab.wire.codec import as_json
from leaklab.wire.command import parse_command
from leaklab.wire.report import Diagnosis

# Never 1 or 2, which Python itself uses.
STATUS = {
    "bounded": 0,
    "growing": 10,
    "over-budget": 11,
    "inconclusive": 12,
    "broken": 13,
    "costly": 14,
    "crashed": 15,
}
_NOT_NAMED = 20
_DOES_NOT_HOLD = 21
_SHUT = 22
_USAGE = 64
_STOPPED = 130
_WITHIN = 60.0


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {message} (see {self.prog} --help)", file=sys.stderr)
        sys.exit(_USAGE)


def main(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    if options.command == "carry-out":
        # The last one when all that the command started has ended: whoever hears it may end this process too.
        _say(carry_out(parse_command(sys.stdin.read()), _say_on_the_way))
        return 0
    try:
        if options.command == "report":
            page = ready_for(options.html)
            write_page(options.html, saved_judgement(options.file, frozenset(STATUS)), page)
            return 0
        if options.command == "diagnose":
            return _diagnosed(options)
        if options.command == "proof":
            return _proved(options)
        if options.command == "new-sandbox":
            lay_out(options.folder, bounded=options.bounded)
            print(f"Laid out: {options.folder}. What to do, step by step:\n\n  leaklab gate {options.folder}\n")
            return 0
        if options.command == "gate":
            terms = GateTerms(options.seeds, options.within, as_json=options.json)
            return 0 if gate(options.folder, terms, sys.stdout, sys.stderr) else _SHUT
        return _judged(options)
    except (SandboxUnusable, NoTarget, NoReport, NoProof, NotLaidOut) as error:
        print(error, file=sys.stderr)
        return _USAGE
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return _STOPPED


def _judged(options: argparse.Namespace) -> int:
    # Before the minutes that judging takes.
    page = ready_for(options.html) if options.html else ""
    judgement: Judgement = options.judge(options)
    print(json.dumps(as_json(judgement)) if options.json else told(judgement))
    if options.html:
        write_page(options.html, as_json(judgement), page)
    return STATUS[judgement.verdict.kind]


def _diagnosed(options: argparse.Namespace) -> int:
    program = program_of(options.folder)
    if "diagnose.py" not in program.project:
        raise SandboxUnusable(f"{options.folder / 'diagnose.py'}: is missing; it is what runs in the living program.")
    found = diagnosing.diagnose(program, options.seed)
    if not isinstance(found, Diagnosis):
        print(told(Judgement(found)))
        return STATUS[found.kind]
    print(diagnosing.told(found), end="")
    return 0 if found.complete or not found.findings else _NOT_NAMED


def _proved(options: argparse.Namespace) -> int:
    # All are read before the first is measured: a wrong name is told at once.
    proofs = [(file, read_proof(file)) for file in options.files]
    holding = 0
    for file, proof in proofs:
        measured = measure(proof, options.sandboxes, options.seed)
        holding += measured.holds
        print(told_of_proof(file, measured), flush=True)
    print(f"{holding} of {len(proofs)} hold.")
    return 0 if holding == len(proofs) else _DOES_NOT_HOLD


def _say(signal: ChildSignal) -> None:
    print(json.dumps(as_json(signal)), flush=True)


def _say_on_the_way(signal: ChildSignal) -> None:
    if not isinstance(signal, ChildEnd):
        _say(signal)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="leaklab", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(
        dest="command",
        required=True,
        metavar="judge|sandbox|diagnose|report|proof|new-sandbox|gate",
        parser_class=_Parser,
    )
    commands.add_parser("carry-out")
    seeded = _Parser(add_help=False)
    seeded.add_argument(
        "--seed", type=option_values.whole(0), default=DEFAULTS.seed, metavar="N", help="of chance; default 1"
    )
    common = _Parser(add_help=False, parents=[seeded])
    common.add_argument("--json", action="store_true", help="print the judgement as report.schema.json has it")
    common.add_argument("--html", type=Path, metavar="FILE", help="write the report as one page that works offline")
    sandbox = commands.add_parser("sandbox", parents=[common], help="judge a sandbox folder")
    sandbox.add_argument("folder", type=Path, metavar="DIR")
    sandbox.add_argument("--overlay", type=Path, metavar="DIR", help="files to take in place of the project's")
    sandbox.set_defaults(judge=_judge_sandbox)
    diagnose = commands.add_parser(
        "diagnose", parents=[seeded], help="run a sandbox's diagnose.py in its living program"
    )
    diagnose.add_argument("folder", type=Path, metavar="DIR")
    own = commands.add_parser("judge", parents=[common], help="judge a function of your own")
    own.add_argument(
        "function", type=option_values.function, metavar="MODULE:FUNCTION", help="as Python would import it from here"
    )
    own.add_argument(
        "--cap", type=option_values.whole(LEAST_CAP), metavar="N", help="most units to load; default 12800"
    )
    own.add_argument(
        "--budget", type=option_values.size, metavar="BYTES", help="that may stay in use, such as 2MB; default 10MB"
    )
    own.add_argument(
        "--sensitivity", type=option_values.positive, metavar="B", help="bytes per unit that count; default 1"
    )
    own.add_argument(
        "--warmup", dest="warm_up", type=option_values.whole(0), metavar="N", help="units before that; default 300"
    )
    own.add_argument(
        "--rate", type=option_values.positive, metavar="N", help="units a second in production; default 10"
    )
    own.add_argument("--unit", type=option_values.word, metavar="NAME", help="what one unit is called, such as request")
    own.add_argument("--time", choices=("auto", "virtual", "real"), help="whose clock and event loop; default auto")
    own.add_argument(
        "--within",
        type=option_values.seconds,
        default=_WITHIN,
        metavar="SECONDS",
        help=f"real time for all of it, 0 for as much as it takes; default {_WITHIN:g}",
    )
    own.set_defaults(judge=_judge_function)
    report = commands.add_parser("report", help="turn a saved judgement into a page")
    report.add_argument("file", type=Path, metavar="FILE.json", help="what --json printed, or the pytest plugin kept")
    report.add_argument("--html", type=Path, metavar="FILE", required=True, help="where the page is written")
    proof = commands.add_parser("proof", parents=[seeded], help="measure again what learners have proved")
    proof.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="that the page of a learner's progress saved"
    )
    proof.add_argument(
        "--sandboxes",
        type=Path,
        default=Path("sandboxes"),
        metavar="DIR",
        help="the folder with the sandboxes of the lessons; default sandboxes",
    )
    new = commands.add_parser("new-sandbox", help="lay out a sandbox for a lesson of your own")
    new.add_argument("folder", type=Path, metavar="DIR", help="which is made")
    new.add_argument("--bounded", action="store_true", help="one that is bounded as it stands, with nothing to fix")
    gated = commands.add_parser("gate", help="judge a sandbox's program, fixes and decoys as it declares them")
    gated.add_argument("folder", type=Path, metavar="DIR")
    gated.add_argument("--seeds", type=option_values.whole(1), default=3, metavar="N", help="for each; default 3")
    gated.add_argument("--json", action="store_true", help="print what was judged as JSON")
    gated.add_argument(
        "--within",
        type=option_values.seconds,
        default=_WITHIN,
        metavar="SECONDS",
        help=f"real time for each judgement, 0 for as much as it takes; default {_WITHIN:g}",
    )
    return parser


def _judge_sandbox(options: argparse.Namespace) -> Judgement:
    return judge(program_of(options.folder, options.overlay), options.seed)


def _judge_function(options: argparse.Namespace) -> Judgement:
    names = ("cap", "budget", "sensitivity", "warm_up", "rate", "unit", "seed", "time", "within")
    terms = Terms(**{name: getattr(options, name) for name in names if getattr(options, name) is not None})
    progress = Progress(sys.stderr, terms)
    try:
        module, function = options.function
        return judge_function(module, function, terms, progress.follow)
    finally:
        progress.clear()


def run() -> NoReturn:
    """As a program: what we fail at ourselves has a status of its own."""
    try:
        status = main(sys.argv[1:])
    except Exception:
        traceback.print_exc()
        status = OUR_FAILURE
    sys.exit(status)


if __name__ == "__main__":
    run()
