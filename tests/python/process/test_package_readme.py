"""Every example in the package's README does what the README says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from leaklab.__main__ import STATUS

ROOT = Path(__file__).parents[3]
README = (ROOT / "src" / "leaklab" / "README.md").read_text(encoding="utf-8")
FILES = re.findall(r"```python (\S+)\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    (command, shown.splitlines(), int(status))
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for command, shown, status in re.findall(r"\$ ([^\n]+)\n(.*?)^\[(\d+)\]\n", block, re.DOTALL | re.MULTILINE)
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES:
        (tmp_path / name).write_text(text)
    return tmp_path


def without_figures(line: str) -> str:
    return " ".join(re.sub(r"[\d.,]+", "#", line).split())


@pytest.mark.parametrize(("command", "shown", "status"), COMMANDS, ids=[command for command, _, _ in COMMANDS])
def test_a_command_prints_what_is_shown(folder: Path, command: str, shown: list[str], status: int) -> None:
    path = os.pathsep.join(str(ROOT / entry) for entry in ("src", ".python"))
    told = subprocess.run(
        [sys.executable, *command.split()[1:]],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert told.returncode == status, told.stdout + told.stderr
    lines = [without_figures(line) for line in told.stdout.splitlines()]
    # Durations and addresses differ from machine to machine; which lines there are does not.
    for line in shown:
        assert any(same(without_figures(line), other) for other in lines), (line, told.stdout)


def same(shown: str, printed: str) -> bool:
    first = shown.partition(" a # MiB container is full")[0].partition("[#%]")[0].strip()
    return printed.startswith(first)


def test_the_readme_has_its_examples() -> None:
    assert len(FILES) == 2
    assert len(COMMANDS) == 4


@pytest.mark.parametrize(("kind", "status"), STATUS.items())
def test_the_readme_names_every_verdict_with_its_status(kind: str, status: int) -> None:
    assert re.search(rf"\| `{kind}` +\| {status} +\|", README)
