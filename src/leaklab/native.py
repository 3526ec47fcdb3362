"""Judges a sandbox folder natively: each command in a child process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Set for the child alone: hashes that repeat, Python's memory by the C allocator alone, and freed blocks free at once.
_CHILD_ENVIRONMENT = {
    "PYTHONMALLOC": "malloc",
    "PYTHONHASHSEED": "0",
    "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0",
}
# The exit status of a child that failed by our own fault (see `__main__`).
OUR_FAILURE = 70
_HARNESS = ("workload.py", "check.py", "diagnosis.py")

Signal = dict[str, Any]


class SandboxUnusable(Exception):
    """The folder is no sandbox; says what is missing."""


class ChildFailed(Exception):
    """The child ended without a last signal."""


def program_of(folder: Path, overlay: Path | None = None) -> dict[str, Any]:
    """The `program` of a command: the sandbox's files, those in `overlay` in place of the project's."""
    try:
        settings = json.loads((folder / "sandbox.json").read_text(encoding="utf-8"))
        contract, unit = settings["contract"], settings["unit"]
    except FileNotFoundError:
        raise SandboxUnusable(f"{folder} has no sandbox.json.") from None
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise SandboxUnusable(f"{folder / 'sandbox.json'} cannot be used: {error}") from None
    project = _python_files(folder / "project")
    if not project:
        raise SandboxUnusable(f"{folder / 'project'} has no Python files.")
    if overlay is not None:
        changed = _python_files(overlay)
        if not changed:
            raise SandboxUnusable(f"{overlay} has no Python files.")
        project |= changed
    project |= _named_files(folder, ("diagnose.py",))
    return {
        "unit": unit,
        "contract": {key: contract[key] for key in ("cap", "budgetBytes", "sensitivity", "warmUp", "ratePerSecond")},
        "project": project,
        "harness": _named_files(folder, _HARNESS),
    }


def check_program(
    program: dict[str, Any], seed: int, on_signal: Callable[[Signal], None] = lambda signal: None
) -> Signal:
    """The last verdict (or fault), after the second check if the first could not tell."""
    check: dict[str, Any] = {"kind": "check", "seed": seed, "cap": program["contract"]["cap"]}
    while True:
        last = carry_out({**check, "runId": 1, "program": program}, on_signal)
        coming = last["verdict"]["next"] if last["kind"] == "verdict" else None
        if coming is None or coming["kind"] != "check":
            return last
        check = coming


def judge_program(
    program: dict[str, Any], seed: int, on_signal: Callable[[Signal], None] = lambda signal: None
) -> tuple[Signal, Signal | None]:
    """The last verdict (or fault), and the report if the verdict asks for one."""
    last = check_program(program, seed, on_signal)
    if last["kind"] != "verdict" or last["verdict"]["next"] is None:
        return last, None
    explain = {"kind": "explain", "seed": last["verdict"]["seed"], "runId": 1, "program": program}
    return last, carry_out(explain, on_signal)


def carry_out(command: dict[str, Any], on_signal: Callable[[Signal], None] = lambda signal: None) -> Signal:
    """Carry out one command in a child; its last signal. Raises ChildFailed."""
    package_parent = str(Path(__file__).resolve().parent.parent)
    path = os.pathsep.join(entry for entry in (package_parent, os.environ.get("PYTHONPATH", "")) if entry)
    child = subprocess.Popen(
        [sys.executable, "-m", "leaklab", "perform"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, **_CHILD_ENVIRONMENT, "PYTHONPATH": path},
    )
    assert child.stdin is not None
    assert child.stdout is not None
    last: Signal | None = None
    with child:
        child.stdin.write(json.dumps(command))
        child.stdin.close()
        for line in child.stdout:
            last = json.loads(line)
            on_signal(last)
    if last is None or last["kind"] in ("phase", "output", "output-cut", "read"):
        if child.returncode != OUR_FAILURE:
            return {"kind": "fault", "runId": 1, "fault": "died", "message": f"exit status {child.returncode}"}
        raise ChildFailed("The child process ended without a verdict.")
    return last


def _python_files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))}


def _named_files(folder: Path, names: tuple[str, ...]) -> dict[str, str]:
    return {name: (folder / name).read_text(encoding="utf-8") for name in names if (folder / name).exists()}
