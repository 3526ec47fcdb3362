"""The plugin, as pytest in a process of its own has it."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

from leaklab import pytest_plugin

ROOT = Path(__file__).parents[3]

SUITE = """
import pytest
from collections import deque
from leaklab.testing import assert_bounded

@pytest.fixture
def kept():
    return []

@pytest.fixture
def recent():
    return deque(maxlen=20)

@pytest.mark.bounded(cap=3_200, unit="order")
def test_grows(kept, unit_number):
    kept.append(unit_number)

@pytest.mark.bounded(cap=3_200)
def test_rests(recent, unit_number):
    recent.append([unit_number])

@pytest.mark.bounded(cap=3_200)
async def test_awaits(recent, unit_number):
    recent.append([unit_number])

@pytest.mark.bounded(cap=3_200)
def test_promises(unit_number):
    assert unit_number < 500, "no more than five hundred"

def test_calls(kept):
    assert_bounded(kept.append, cap=3_200)

def test_is_no_unit(unit_number):
    assert unit_number == 0
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "leaklab.pytest_plugin",
        "-q",
        "--rootdir",
        str(folder),
        *arguments,
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *sys.path])}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_a_marked_test_is_a_unit_and_the_report_of_each_failure_is_kept(tmp_path: Path) -> None:
    (tmp_path / "test_suite.py").write_text(SUITE)
    done = run(tmp_path, "--bounded-reports", str(tmp_path / "reports"))
    assert "3 failed, 3 passed" in done.stdout, done.stdout + done.stderr
    assert "Growing: " in done.stdout
    assert " per order." in done.stdout
    assert "Broken: no more than five hundred\n" in done.stdout
    assert "During handling" not in done.stdout
    reports = {path.name: json.loads(path.read_text()) for path in (tmp_path / "reports").iterdir()}
    assert {name: report["verdict"]["kind"] for name, report in reports.items()} == {
        "test_suite.py-test_grows.json": "growing",
        "test_suite.py-test_promises.json": "broken",
        "test_suite.py-test_calls.json": "growing",
    }
    assert len(reports["test_suite.py-test_grows.json"]["reads"]) > 10
    assert f"The report with its curve: {tmp_path / 'reports' / 'test_suite.py-test_grows.json'}" in done.stdout


def test_reports_go_to_the_cache_where_no_folder_is_named_and_nowhere_without_one(tmp_path: Path) -> None:
    (tmp_path / "test_suite.py").write_text(SUITE)
    told = run(tmp_path, "-k", "calls").stdout
    kept = tmp_path / ".pytest_cache" / "d" / "leaklab" / "test_suite.py-test_calls.json"
    assert kept.is_file()
    assert f"As a page: python -m leaklab report {kept} --html report.html" in told
    done = run(tmp_path, "-k", "calls", "-p", "no:cacheprovider")
    assert "1 failed" in done.stdout
    assert "The report with its curve" not in done.stdout


def test_terms_that_there_are_not_are_named(tmp_path: Path) -> None:
    (tmp_path / "test_wrong.py").write_text(
        "import pytest\n@pytest.mark.bounded(limit=3)\ndef test_wrong():\n    pass\n"
    )
    done = run(tmp_path)
    assert "test_wrong.py::test_wrong: the marker bounded takes budget, cap, rate, seed," in done.stdout


def test_an_installed_package_brings_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"leaklab": pytest_plugin.__name__}
