"""
Judges every program of the corpus natively, two at a time, and by the simpler rules too; prints a table and the
confusion matrix. Exit status 1 when a verdict is wrong.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PATHS = [str(path) for path in (HERE, ROOT / "src", ROOT / ".python")]
sys.path += PATHS
# For the children, which are started from here.
os.environ["PYTHONPATH"] = os.pathsep.join([*filter(None, [os.environ.get("PYTHONPATH")]), *PATHS])

from confusion import is_wrong, word_matrix  # noqa: E402
from every_program import programs  # noqa: E402
from judging import Answers, Result, ask_rules, judge_all  # noqa: E402
from program import Program  # noqa: E402

from leaklab.wire.codec import as_json  # noqa: E402

README = HERE / "README.md"
_LANES = 2
_BEGIN, _END = "<!-- matrix: begin -->\n", "<!-- matrix: end -->\n"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="matrix.py", description=__doc__)
    parser.add_argument("--seeds", type=int, default=1, help="how many seeds, from 1 on")
    parser.add_argument("--only", default="", help="programs whose family or id has this in it")
    parser.add_argument("--no-rules", action="store_true", help="the judge alone")
    parser.add_argument("--json", action="store_true", help="results and matrix as JSON")
    parser.add_argument("--programs", action="store_true", help="the programs as they are judged, as JSON")
    parser.add_argument("--write", action="store_true", help="put the matrix into the README beside this file")
    options = parser.parse_args(arguments)
    chosen = [program for program in programs() if options.only in f"{program.family}/{program.id}"]
    if options.programs:
        print(json.dumps([_described(program) for program in chosen]))
        return 0
    asked = [(program, seed) for program in chosen for seed in range(1, options.seeds + 1)]
    found = []
    for result in judge_all(asked, _LANES):
        found.append(result)
        if not options.json:
            print(_line(result), flush=True)
    answers = [] if options.no_rules else ask_rules(asked, _LANES)
    matrix = word_matrix(found, answers)
    if options.json:
        print(json.dumps({"results": [asdict(result) for result in found], "answers": answers, "matrix": matrix}))
    else:
        print(f"\n{_mistakes(found, answers)}\n{matrix}")
    if options.write:
        README.write_text(_with_matrix(README.read_text(encoding="utf-8"), matrix), encoding="utf-8")
    return 1 if any(is_wrong(result.label, result.verdict) for result in found) else 0


def _with_matrix(readme: str, matrix: str) -> str:
    before, _, rest = readme.partition(_BEGIN)
    return before + _BEGIN + matrix + _END + rest.partition(_END)[2]


def _mistakes(results: Sequence[Result], answers: Sequence[Answers]) -> str:
    """Which programs each simpler rule gets wrong."""
    lines = []
    for name in answers[0] if answers else ():
        wrong = [
            f"{result.program.id}{'' if result.label == 'leak' else '!'}"
            for result, said in zip(results, answers, strict=True)
            if result.label != "either" and said[name] != (result.label == "leak")
        ]
        lines.append(f"{name}, wrong ({len(wrong)}, ! is a false alarm): {' '.join(wrong)}")
    return "\n".join(lines) + "\n"


def _line(result: Result) -> str:
    mark = "WRONG " if is_wrong(result.label, result.verdict) else ""
    return (
        f"{result.program.family:12} {result.program.id:32} {result.seed:2} {result.label:8} {result.verdict:12} "
        f"{result.slope:11.3f} B {result.limit:9.4f} B {result.units:7} {result.seconds:6.2f} s  "
        f"{mark}{'' if result.verdict in ('bounded', 'growing') else result.says}"
    ).rstrip()


def _described(program: Program) -> dict[str, object]:
    return {
        "id": program.id,
        "family": program.family,
        "label": program.label,
        "nativeOnly": program.native_only,
        "packages": program.packages,
        "preload": program.preload,
        "program": as_json(program.as_judged()),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
