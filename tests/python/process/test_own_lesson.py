"""`leaklab new-sandbox` and `leaklab gate`, installed as somebody installs the package, in a folder of their own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from shared import Shared

from leaklab.__main__ import main
from leaklab.native.new_sandbox import template

ROOT = Path(__file__).parents[3]
BROKEN: list[dict[str, Any]] = json.loads((ROOT / "tests" / "fixture" / "broken-lessons.json").read_text("utf-8"))
# Comes to rest, with a tenth of the tickets that the page shows too many.
LARGE = "TICKETS: deque[str] = deque(maxlen=2_000)"
RUNS = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def installed(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pip has put the package: nothing of the checkout leads there."""

    def install() -> Path:
        place = shared.folder / "package"
        checkout = place / "checkout"
        shutil.copytree(ROOT / "src" / "leaklab", checkout / "src" / "leaklab")
        for name in ("pyproject.toml", "LICENSE"):
            shutil.copy(ROOT / name, checkout)
        offline = ["--no-index", "--no-deps", "--no-build-isolation", "--disable-pip-version-check", "--quiet"]
        subprocess.run(
            [sys.executable, "-m", "pip", "install", *offline, "--target", place / "installed", checkout],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / ".python")},
        )
        return place / "installed"

    return shared.once("installed", install)


@pytest.fixture
def leaklab(installed: Path, tmp_path: Path) -> RUNS:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "leaklab", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(installed)},
        )

    return run


def written(text: str) -> str:
    """As an author leaves a file who takes the program of the template."""
    lines = [line for line in text.split("\n") if not line.startswith("# AUTHOR:")]
    return "\n".join(lines).replace("AUTHOR: ", "")


def laid(folder: Path, *, bounded: bool = False) -> Path:
    for path, text in template(bounded=bounded).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(written(text))
    return folder


def declare(folder: Path, fields: dict[str, Any], replaced: tuple[str, str] = ("", "")) -> None:
    """Other values in `sandbox.json`, by their path; None takes one out."""
    file = folder / "sandbox.json"
    settings = json.loads(file.read_text())
    for path, value in fields.items():
        *steps, last = path.split(".")
        owner = settings
        for step in steps:
            owner = owner[int(step) if isinstance(owner, list) else step]
        if value is None:
            del owner[last]
        else:
            owner[last] = value
    file.write_text(json.dumps(settings).replace(*replaced))


def test_a_new_sandbox_says_step_by_step_what_is_not_written(leaklab: RUNS, tmp_path: Path) -> None:
    made = leaklab("new-sandbox", "desk")
    assert (made.returncode, made.stderr) == (0, "")
    assert "leaklab gate desk" in made.stdout
    assert not list((tmp_path / "desk").rglob("*.txt"))
    told = leaklab("gate", "desk")
    assert told.returncode == 22
    lines = told.stdout.splitlines()
    assert lines[0] == "desk is not written yet. In this order, and each note goes when it is done:"
    assert lines[1].split()[:2] == ["1", "desk/project/service.py:3"]
    assert lines[-1] == "Then run leaklab gate desk again."
    notes = [line.split()[1].partition(":")[0] for line in lines[1:-1]]
    there = {path.relative_to(tmp_path).as_posix() for path in (tmp_path / "desk").rglob("*.*")}
    assert set(notes) == there
    assert all(not line.endswith(('"', ",", "]")) for line in lines)


def test_a_folder_that_is_there_stays_as_it_is(leaklab: RUNS, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    told = leaklab("new-sandbox", "desk")
    assert (told.returncode, told.stderr) == (64, "desk: is there already. Name a folder that is not.\n")
    (tmp_path / "file").touch()
    told = leaklab("new-sandbox", "file/desk")
    assert told.returncode == 64
    assert told.stderr.startswith("file/desk")
    assert not list((tmp_path / "desk").iterdir())


def test_the_gate_is_open_for_a_finished_sandbox(leaklab: RUNS, tmp_path: Path) -> None:
    desk = laid(tmp_path / "desk")
    decoy = desk / "decoys" / "second-decoy" / "service.py"
    fix = (desk / "fixes" / "first-fix" / "service.py").read_text()
    large = fix.replace("TICKETS: deque[str] = deque(maxlen=SHOWN)", LARGE)
    decoy.write_text(large.replace("list(TICKETS)", "list(TICKETS)[-SHOWN:]"))
    declare(desk, {"decoys.1.verdict": "over-budget"})
    told = leaklab("gate", "desk", "--seeds", "1")
    assert told.returncode == 0, told.stdout + told.stderr
    rows = {cells[0]: cells[1:] for cells in map(str.split, told.stdout.splitlines()) if len(cells) > 5}
    assert {name: cells[:3] for name, cells in rows.items() if name != "The"} == {
        "starter": ["growing", "growing", "1"],
        "fixes/first-fix": ["bounded", "bounded", "1"],
        "fixes/second-fix": ["bounded", "bounded", "1"],
        "decoys/first-decoy": ["growing", "growing", "1"],
        "decoys/second-decoy": ["over-budget", "over-budget", "1"],
    }
    assert told.stdout.endswith("The gate is open: each is judged as declared; 5 verdicts.\n")
    # Not on a terminal: a line for each judgement.
    assert told.stderr.splitlines()[-1] == "[5/5] decoys/second-decoy, seed 1"


def test_the_gate_is_shut_for_what_is_not_as_declared(leaklab: RUNS, tmp_path: Path) -> None:
    desk = laid(tmp_path / "desk")
    fix = desk / "fixes" / "second-fix" / "service.py"
    fix.write_text(fix.read_text().replace("    del TICKETS[:-SHOWN]\n", ""))
    declare(desk, {"decoys.1.verdict": "over-budget"})
    told = leaklab("gate", "desk", "--seeds", "1", "--json")
    assert told.returncode == 22
    judged = json.loads(told.stdout)
    leaking, breaking = judged["failures"]
    assert leaking.startswith("desk: fixes/second-fix, seed 1: judged growing, declared bounded. Growing: ")
    assert leaking.endswith("See it: leaklab sandbox desk --overlay desk/fixes/second-fix --seed 1")
    assert breaking.startswith("desk: decoys/second-decoy, seed 1: judged broken, declared over-budget. ")
    assert [row["variant"] for row in judged["rows"]][:2] == ["starter", "fixes/first-fix"]
    first = judged["rows"][0]["judged"][0]
    assert (first["seed"], first["kind"], first["bytesPerUnit"] > 50) == (1, "growing", True)


def test_a_sandbox_with_nothing_to_fix_is_laid_out_and_judged(leaklab: RUNS, tmp_path: Path) -> None:
    assert leaklab("new-sandbox", "calm", "--bounded").returncode == 0
    assert not (tmp_path / "calm" / "fixes").exists()
    laid(tmp_path / "finished", bounded=True)
    told = leaklab("gate", "finished", "--seeds", "2", "--json")
    assert told.returncode == 0, told.stdout
    rows = json.loads(told.stdout)["rows"]
    assert [(row["variant"], row["declared"], [one["seed"] for one in row["judged"]]) for row in rows] == [
        ("starter", "bounded", [1, 2]),
        ("decoys/first-decoy", "growing", [1, 2]),
        ("decoys/second-decoy", "broken", [1, 2]),
    ]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("broken", BROKEN, ids=[one["name"] for one in BROKEN])
def test_a_broken_sandbox_is_refused_with_file_field_and_what_to_do(
    here: Path, capsys: pytest.CaptureFixture[str], broken: dict[str, Any]
) -> None:
    desk = laid(here / "desk")
    declare(desk, broken.get("fields", {}), tuple(broken.get("replaced", ("", ""))))
    for path, text in broken.get("files", {}).items():
        if text is None:
            (desk / path).unlink()
        else:
            (desk / path).parent.mkdir(exist_ok=True)
            (desk / path).write_text(text)
    status, told = main(["gate", "desk"]), capsys.readouterr()
    assert (status, told.out) == (64, "")
    says = f"desk/{broken['says']}"
    assert any(line == says or (says.endswith("…") and line.startswith(says[:-1])) for line in told.err.splitlines()), (
        told.err
    )


@pytest.mark.parametrize(
    ("path", "content", "says"),
    [
        ("project/service.py", b"# " * 300_000, "desk/project/service.py: is too large: a sandbox has at most 512 KiB"),
        ("check.py", b"\xff\xfe\x00", "desk/check.py: is no text in UTF-8. Save it as UTF-8."),
        ("sandbox.json", b"[" * 100_000, "desk/sandbox.json: is not valid JSON: "),
        ("sandbox.json", b"[]", "desk/sandbox.json: must be an object with named fields."),
        ("project/json.py", b"", "desk/project/json.py: has the name of a module that Python has already. Rename it."),
        ("project/2nd.py", b"", "desk/project/2nd.py: is no name that Python can import; use letters, digits and _."),
        (
            "project/check.py",
            b"",
            "desk/project/check.py: has the name of a file that lies beside project/. Rename it.",
        ),
    ],
)
def test_a_file_that_cannot_be_judged_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], path: str, content: bytes, says: str
) -> None:
    (laid(here / "desk") / path).write_bytes(content)
    status, told = main(["gate", "desk"]), capsys.readouterr()
    assert (status, told.out) == (64, "")
    assert told.err.startswith(says)


def test_a_field_is_no_longer_than_the_page_takes(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    declare(laid(here / "desk"), {"summary": "x" * 401, "title": "x" * 81, "contract.sensitivity": 1e10})
    status, told = main(["gate", "desk"]), capsys.readouterr()
    assert (status, told.err.splitlines()) == (
        64,
        [
            "desk/sandbox.json: title: must not be longer than 80 characters.",
            "desk/sandbox.json: summary: must not be longer than 400 characters.",
            "desk/sandbox.json: contract.sensitivity: must be at most 1,000,000,000.",
        ],
    )


def test_nothing_is_read_that_lies_outside_of_the_folder(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = laid(here / "desk")
    (here / "elsewhere.py").write_text("SECRET = 1\n")
    (desk / "project" / "service.py").unlink()
    (desk / "project" / "service.py").symlink_to(here / "elsewhere.py")
    status, told = main(["gate", "desk"]), capsys.readouterr()
    says = "desk/project/service.py: is a link to another file. Put the file itself in its place.\n"
    assert (status, told.err) == (64, says)


def test_what_is_not_installed_or_not_there_is_named(leaklab: RUNS, tmp_path: Path) -> None:
    declare(laid(tmp_path / "desk"), {"packages": ["flask", "no-such-package"]})
    told = leaklab("gate", "desk")
    assert told.returncode == 64
    lines = told.stderr.splitlines()
    last = "desk/sandbox.json: packages[1]: no-such-package is not installed here; pip install no-such-package."
    assert lines[-1] == last
    told = leaklab("gate", "nowhere")
    assert (told.returncode, told.stderr) == (64, "nowhere: is no folder. Name one that has a sandbox.json.\n")
    told = leaklab("gate", "desk", "--seeds", "0")
    assert (told.returncode, "--seeds: 0: give a whole number of at least 1" in told.stderr) == (64, True)
