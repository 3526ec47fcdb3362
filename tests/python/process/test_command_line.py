"""`python -m leaklab`, as an author of a sandbox uses it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from programs import program

from leaklab.__main__ import main
from leaklab.native import html_report
from leaklab.wire.codec import as_json
from leaklab.wire.command import Command

ROOT = Path(__file__).parents[3]


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


FOUND = """
import gc

import app
from leaklab.live import culprit, load

load(200)
print(len(app.SEEN), "seen")
culprit(where="app.py:5", what=dict)
"""


def test_a_diagnosis_runs_in_the_living_program_and_is_graded(sandbox: Path) -> None:
    (sandbox / "diagnose.py").write_text(FOUND)
    graded = "from leaklab.diagnosis import Culprit\n\nculprit = Culprit(what=['dict'], held_by=['app.SEEN'])\n"
    (sandbox / "diagnosis.py").write_text(graded)
    told = leaklab("diagnose", sandbox)
    assert told.returncode == 20, told.stderr
    assert told.stdout.splitlines() == [
        "300 seen",
        "Not all of it is named yet.",
        "  what     right    Yes: `dict` objects pile up.",
        '  held by  not yet  Not said yet. Name what holds it: culprit(held_by="module.NAME").',
    ]
    (sandbox / "diagnose.py").write_text(f"{FOUND}culprit(held_by=app.SEEN)\n")
    told = leaklab("diagnose", sandbox)
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines()[1] == "That is it: your diagnosis names the culprit."


def test_a_claim_that_holds_is_told_as_one(sandbox: Path) -> None:
    (sandbox / "diagnose.py").write_text("from leaklab.live import claim\n\nclaim(at_most=90_000)\n")
    graded = "from leaklab.diagnosis import Claim\n\nclaim = Claim(at_most=(60_000, 120_000))\n"
    (sandbox / "diagnosis.py").write_text(graded)
    told = leaklab("diagnose", sandbox)
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines()[0] == "That is it: your claim holds so far."


def test_a_diagnosis_that_nobody_grades_is_run_and_one_that_crashes_or_is_not_there_is_told(sandbox: Path) -> None:
    (sandbox / "diagnose.py").write_text(FOUND)
    told = leaklab("diagnose", sandbox)
    assert (told.returncode, told.stdout) == (0, "300 seen\n")
    (sandbox / "diagnose.py").write_text("import app\n\napp.NOPE\n")
    told = leaklab("diagnose", sandbox)
    assert told.returncode == 15
    assert 'File "diagnose.py", line 3' in told.stdout
    (sandbox / "diagnose.py").unlink()
    told = leaklab("diagnose", sandbox)
    assert (told.returncode, "diagnose.py: is missing" in told.stderr) == (64, True)


def test_a_judgement_is_written_as_a_page_beside_what_is_printed(
    sandbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "template.html").write_text('<script id="judgement">"@judgement@"</script>')
    monkeypatch.setattr(html_report, "TEMPLATE", tmp_path / "template.html")
    page = tmp_path / "page.html"
    fixed = ["sandbox", str(sandbox), "--overlay", str(sandbox / "fixes" / "bounded")]
    assert main([*fixed, "--json", "--html", str(page)]) == 0
    inside = page.read_text().removeprefix('<script id="judgement">').removesuffix("</script>")
    assert json.loads(inside) == json.loads(capsys.readouterr().out)


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


def carried_out(command: str) -> subprocess.CompletedProcess[str]:
    """What the tools use: a command on standard input, its signals as lines on standard output."""
    return subprocess.run(
        [sys.executable, "-m", "leaklab", "carry-out"],
        input=command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )


def test_a_command_is_carried_out_in_a_child_whose_end_is_a_signal_too() -> None:
    ends = program("import os\n\ndef handle(i):\n    os._exit(3)\n")
    told = carried_out(json.dumps(as_json(Command(kind="check", run_id=7, program=ends, seed=1, cap=3_200))))
    signals = [json.loads(line) for line in told.stdout.splitlines()]
    assert signals[0] == {"kind": "phase", "runId": 7, "phase": "import"}
    assert signals[-1] == {
        "kind": "fault",
        "runId": 7,
        "fault": "died",
        "message": "The program ended the interpreter (os._exit, status 3).",
    }
    assert told.returncode == 0


def test_our_own_failure_has_status_70() -> None:
    told = carried_out("{}")
    assert told.returncode == 70
    assert "$.kind is missing" in told.stderr
