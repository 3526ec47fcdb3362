"""The report as a page: what a program names or prints cannot leave the element that it stands in."""

import json
import re
from pathlib import Path

import pytest

from leaklab.__main__ import main
from leaklab.native import html_report

PAGE = '<script type="application/json" id="judgement">"@judgement@"</script><script>draw()</script>'
HOSTILE = "</script><script>alert(1)</script> <!-- & \u2028 \u2029 \ud800 \u202e é"
CRASHED = {
    "verdict": {"kind": "crashed", "headline": HOSTILE},
    "explanation": None,
    "notes": [HOSTILE],
    "reads": [],
}


@pytest.fixture(autouse=True)
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "template.html"
    file.write_text(PAGE)
    monkeypatch.setattr(html_report, "TEMPLATE", file)
    return file


def saved(folder: Path, value: object) -> Path:
    file = folder / "saved.json"
    file.write_text(json.dumps(value))
    return file


def test_a_report_in_a_page_is_ascii_ends_no_element_and_is_read_back_as_it_was(tmp_path: Path) -> None:
    assert main(["report", str(saved(tmp_path, CRASHED)), "--html", str(tmp_path / "out.html")]) == 0
    page = (tmp_path / "out.html").read_text(encoding="ascii")
    assert page.count("</script>") == 2
    inside = re.fullmatch(r'<script type="application/json" id="judgement">([^<>&]*)</script><script>draw.*', page)
    assert inside is not None
    assert json.loads(inside[1]) == CRASHED


def test_where_the_page_was_not_built_a_sentence_says_how_before_anything_is_judged(
    template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template.unlink()
    for command in (["judge", "no_such_module:run"], ["sandbox", "no-such-folder"], ["report", "no-such.json"]):
        assert main([*command, "--html", str(tmp_path / "out.html")]) == 64
        told = capsys.readouterr()
        assert told.out == ""
        assert "run `npm run setup` in a checkout" in told.err
        assert len(told.err.splitlines()) == 1


def test_a_page_that_could_not_be_written_is_refused_before_anything_is_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (tmp_path / "no-such-folder" / "out.html", tmp_path):
        assert main(["judge", "no_such_module:run", "--html", str(file)]) == 64
        assert f"{file} cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"Growing: 264 B per call.", "is not JSON"),
        (b"", "is not JSON"),
        (b"\xff\xfe\x00", "is not JSON"),
        (b'{"verdict": NaN}', "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"[]", "no report of this leaklab"),
        (b'{"verdict": {"kind": ["bounded"]}, "notes": [], "reads": []}', "no report of this leaklab"),
        (b'{"verdict": {"kind": "fine"}, "notes": [], "reads": []}', "no report of this leaklab"),
        (b'{"verdict": {"kind": "bounded"}, "notes": []}', "no report of this leaklab"),
        (b" " * 5_000_001, "has 5,000,001 bytes"),
    ],
)
def test_what_is_no_saved_judgement_is_refused_in_a_sentence(
    content: bytes, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "saved.json").write_bytes(content)
    assert main(["report", str(tmp_path / "saved.json"), "--html", str(tmp_path / "out.html")]) == 64
    assert complaint in capsys.readouterr().err
    assert not (tmp_path / "out.html").exists()


def test_a_judgement_that_a_windows_shell_has_saved_is_read(tmp_path: Path) -> None:
    file = tmp_path / "saved.json"
    file.write_bytes(json.dumps(CRASHED).encode("utf-16"))
    assert html_report.saved_judgement(file, frozenset({"crashed"})) == CRASHED
