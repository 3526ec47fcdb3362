"""A program that brings its load: `program.py` with `run(i)`, as the bench for one's own program sends it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from programs import CONTRACT, carried_out, diagnosis_of

from leaklab.native.judging import check
from leaklab.native.sandbox_folder import SandboxUnusable, program_of
from leaklab.wire.command import Program
from leaklab.wire.report import Verdict

KEEPS = "SEEN = []\n\n\ndef run(i):\n    SEEN.append([i])\n"


def own(text: str, *, check: str | None = None, **files: str) -> Program:
    """`text` is program.py; further files of the program by name without `.py`."""
    project = {"program.py": text, "diagnose.py": "print('looked')\n", **{f"{name}.py": files[name] for name in files}}
    harness = {} if check is None else {"check.py": check}
    return Program(unit="call", contract=CONTRACT, project=project, harness=harness)


def verdict_on(text: str, *, check_file: str | None = None, **files: str) -> Verdict:
    return check(own(text, check=check_file, **files), 1)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (KEEPS, "growing"),
        ("def run(i):\n    return [i]\n", "bounded"),
        ("import asyncio\n\n\nasync def run(i):\n    await asyncio.sleep(60)\n", "bounded"),
        ("import asyncio\nTASKS = []\n\n\nasync def run(i):\n    TASKS.append(asyncio.sleep)\n", "growing"),
    ],
    ids=["plain, keeps", "plain, rests", "async, rests", "async, keeps"],
)
def test_its_own_function_is_judged(text: str, kind: str) -> None:
    assert verdict_on(text).kind == kind


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("def rum(i):\n    pass\n", "program.py has no function run(i). Rename rum, in line 1, or add `def run(i):`."),
        (
            "x = 1\n",
            "program.py has no function run(i). "
            "Add `def run(i):`, or `async def run(i):`, which does one unit of work.",
        ),
        (
            "\ndef run():\n    pass\n",
            "program.py, line 2: run must take one argument, the number of the unit: def run(i).",
        ),
        (
            "run = 3\n",
            "In program.py run is of type int: make it a function that takes the unit's number, def run(i).",
        ),
        (
            "def run(i):\n    yield i\n",
            "program.py, line 1: run is a generator, and calling it runs nothing: "
            "give it a function that does one unit.",
        ),
    ],
    ids=["misspelt", "missing", "no argument", "no function", "a generator"],
)
def test_without_a_run_it_is_said_what_to_do(text: str, sentence: str) -> None:
    verdict = verdict_on(text)
    assert (verdict.kind, verdict.sentence) == ("crashed", sentence)


def test_without_a_program_file_it_is_said_which_one_is_missing() -> None:
    elsewhere = replace(own(KEEPS), project={"service.py": KEEPS})
    assert check(elsewhere, 1).sentence.startswith("There is no program.py: add one with a function run(i)")


def test_a_package_that_is_not_there_is_told_with_file_and_line() -> None:
    verdict = verdict_on("import helpers\n\n\ndef run(i):\n    pass\n", helpers="\nimport numpy\n")
    assert verdict.sentence.startswith("`numpy` is not available in this sandbox. helpers.py imports it in line 2.")


def test_an_assert_of_its_own_is_a_promise_and_so_is_check_py() -> None:
    mine = "def run(i):\n    assert i < 40, 'mine'\n"
    assert verdict_on(mine).sentence == "Broken: mine"
    theirs = "def during(i):\n    assert i < 30, 'theirs'\n"
    assert verdict_on(mine, check_file=theirs).sentence == "Broken: theirs"
    late = "def after():\n    assert False, 'after'\n"
    assert verdict_on("def run(i):\n    pass\n", check_file=late).sentence == "Broken: after"


def test_a_diagnosis_runs_though_nobody_has_written_down_what_there_is_to_find() -> None:
    found = diagnosis_of(own(KEEPS))
    assert (found.complete, found.findings) == (False, ())
    assert any(getattr(signal, "text", "") == "looked\n" for signal in carried_out("diagnose", own(KEEPS)))


def folder(at: Path, **files: str) -> Path:
    contract = {"cap": 3200, "budgetBytes": 100_000, "sensitivity": 1, "warmUp": 50, "ratePerSecond": 5}
    (at / "project").mkdir()
    (at / "sandbox.json").write_text(json.dumps({"unit": "call", "contract": contract}))
    for name, text in files.items():
        (at / "project" / f"{name}.py").write_text(text)
    return at


def test_its_folder_is_a_sandbox_without_a_workload(tmp_path: Path) -> None:
    assert check(program_of(folder(tmp_path, program=KEEPS)), 1).kind == "growing"


def test_a_folder_with_neither_is_refused_with_both_ways(tmp_path: Path) -> None:
    with pytest.raises(SandboxUnusable, match=r"workload\.py: is missing; .* project/program\.py"):
        program_of(folder(tmp_path, service=KEEPS))
