"""`python -m leaklab`, as an author of a sandbox uses it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_verdicts import DEQUE, LIST_OF_DICTS

ROOT = Path(__file__).parent.parent.parent
SETTINGS = {
    "unit": "request",
    "contract": {"cap": 3_200, "budgetBytes": 400_000, "sensitivity": 1.0, "warmUp": 100, "ratePerSecond": 20},
}


@pytest.fixture
def sandbox(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    (tmp_path / "fixes" / "bounded").mkdir(parents=True)
    (tmp_path / "sandbox.json").write_text(json.dumps(SETTINGS))
    (tmp_path / "project" / "app.py").write_text(LIST_OF_DICTS)
    (tmp_path / "fixes" / "bounded" / "app.py").write_text(DEQUE)
    (tmp_path / "workload.py").write_text("import app\n\ndef run(i):\n    app.handle(i)\n")
    return tmp_path


def leaklab(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "leaklab", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )


def test_a_growing_sandbox_is_told_with_line_type_and_path(sandbox: Path) -> None:
    told = leaklab("sandbox", sandbox)
    assert told.returncode == 10
    lines = told.stdout.splitlines()
    assert lines[0].startswith("Growing: ")
    assert any('app.py:5  SEEN.append({"id": i})' in line for line in lines)
    assert any("app.SEEN → [" in line for line in lines)


def test_an_overlay_takes_the_place_of_the_files_it_has(sandbox: Path) -> None:
    told = leaklab("sandbox", sandbox, "--overlay", sandbox / "fixes" / "bounded", "--json")
    assert told.returncode == 0
    judged = json.loads(told.stdout)
    assert judged["verdict"]["kind"] == "bounded"
    assert judged["explanation"] is None


def test_a_crash_has_its_own_status_and_traceback(sandbox: Path) -> None:
    (sandbox / "project" / "app.py").write_text("def handle(i):\n    1 / 0\n")
    told = leaklab("sandbox", sandbox)
    assert told.returncode == 15
    assert 'File "app.py", line 2, in handle' in told.stdout


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["sandbox", "no-such-folder"], "no-such-folder/sandbox.json: is missing; every sandbox needs one."),
        (["judge"], "required: MODULE:FUNCTION"),
        ([], "required"),
    ],
)
def test_wrong_usage_has_status_64(arguments: list[str], complaint: str) -> None:
    told = leaklab(*arguments)
    assert told.returncode == 64
    assert complaint in told.stderr


def test_our_own_failure_has_status_70(sandbox: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "leaklab", "perform"],
        input="{}",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert told.returncode == 70
