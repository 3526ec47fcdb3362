"""
python -m leaklab sandbox DIR [--overlay DIR] [--seed N] [--json]   judge a sandbox folder, natively
python -m leaklab perform                                           carry out one command, as a child process

Exit status of `sandbox`: 0 bounded, 10 growing, 11 over-budget, 12 inconclusive, 13 broken, 15 crashed,
64 usage, 70 our own failure.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from leaklab.host import perform, prepare
from leaklab.meter import native_meter
from leaklab.native import OUR_FAILURE, SandboxUnusable, judge_program, program_of

# Never 1 or 2, which Python itself uses.
_STATUS = {"bounded": 0, "growing": 10, "over-budget": 11, "inconclusive": 12, "broken": 13, "crashed": 15}
_USAGE = 64


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        print(f"{message}\n{__doc__}", file=sys.stderr)
        sys.exit(_USAGE)


def main(arguments: list[str]) -> int:
    parser = _Parser(prog="leaklab", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("perform")
    sandbox = commands.add_parser("sandbox")
    sandbox.add_argument("folder", type=Path)
    sandbox.add_argument("--overlay", type=Path)
    sandbox.add_argument("--seed", type=int, default=1)
    sandbox.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    if options.command == "perform":
        _perform()
    return _sandbox(options)


def _perform() -> NoReturn:
    command = sys.stdin.read()
    meter_name, meter = native_meter()
    prepare([])
    perform(command, meter=meter, emit=_signals(), meter_name=meter_name)
    # What a torn-down interpreter would say of tasks that still wait is nobody's concern.
    os._exit(0)


def _sandbox(options: argparse.Namespace) -> int:
    try:
        program = program_of(options.folder, options.overlay)
    except SandboxUnusable as error:
        print(error, file=sys.stderr)
        return _USAGE
    last, report = judge_program(program, options.seed)
    if last["kind"] == "fault":
        print(f"The interpreter ended: {last['fault']}. {last['message']}", file=sys.stderr)
        return _STATUS["crashed"]
    if options.json:
        explanation = None if report is None else report.get("explanation")
        print(json.dumps({"verdict": last["verdict"], "explanation": explanation}))
    else:
        _tell(last["verdict"], report)
    return _STATUS[last["verdict"]["kind"]]


def _tell(verdict: dict[str, Any], report: dict[str, Any] | None) -> None:
    print(verdict["sentence"])
    if "error" in verdict:
        print(verdict["error"]["traceback"])
    if report is None or report["kind"] != "report":
        return
    explanation = report["explanation"]
    for site in explanation["allocations"][:3]:
        frame = site["frame"]
        print(f"  {site['bytesPerUnit']:>8} B  {frame['file']}:{frame['line']}  {frame['source']}")
    for survivors in explanation["survivors"][:3]:
        print(f"  {survivors['perUnit']:>8}    {survivors['type']}")
    for retainer in explanation["retainers"][:3]:
        print(f"  {retainer['count']:>8}    {retainer['text']}")


def _signals() -> Callable[[str], None]:
    """Lines on the real standard output; what the program writes to descriptor 1 itself goes to standard error."""
    out = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)

    def emit(signal: str) -> None:
        out.write(signal.encode() + b"\n")

    return emit


if __name__ == "__main__":
    try:
        status = main(sys.argv[1:])
    except Exception:
        import traceback

        traceback.print_exc()
        status = OUR_FAILURE
    sys.exit(status)
