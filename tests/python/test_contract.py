"""Every sandbox keeps its word natively: the starter grows for its declared reason, each overlay gets its verdict."""

import json
from pathlib import Path
from typing import Any

import pytest

from leaklab.folder import program_of
from leaklab.native import check_program, judge_program

SANDBOXES = Path(__file__).parent.parent.parent / "sandboxes"


def settings_of(folder: Path) -> dict[str, Any]:
    settings: dict[str, Any] = json.loads((folder / "sandbox.json").read_text(encoding="utf-8"))
    return settings


FOLDERS = sorted(path.parent for path in SANDBOXES.glob("*/sandbox.json"))
FIXES = [(folder, fix["id"]) for folder in FOLDERS for fix in settings_of(folder)["fixes"]]
DECOYS = [(folder, decoy["id"], decoy["verdict"]) for folder in FOLDERS for decoy in settings_of(folder)["decoys"]]


def named(value: object) -> str:
    return value.name if isinstance(value, Path) else str(value)


def verdict_of(folder: Path, overlay: Path) -> dict[str, Any]:
    verdict: dict[str, Any] = check_program(program_of(folder, overlay), seed=1)["verdict"]
    return verdict


@pytest.mark.parametrize("folder", FOLDERS, ids=named)
def test_a_starter_grows_for_its_declared_reason(folder: Path) -> None:
    culprit = settings_of(folder)["culprit"]
    last, report = judge_program(program_of(folder), seed=1)
    assert last["verdict"]["kind"] == "growing", last["verdict"]["sentence"]
    assert report is not None
    explanation = report["explanation"]
    line = explanation["allocations"][0]
    assert line["own"]
    assert line["frame"]["file"] == culprit["file"]
    assert culprit["source"] in line["frame"]["source"]
    assert culprit["type"] in [survivors["type"] for survivors in explanation["survivors"]]
    assert explanation["retainers"][0]["root"] == culprit["root"]


@pytest.mark.parametrize(("folder", "fix"), FIXES, ids=named)
def test_a_fix_is_bounded(folder: Path, fix: str) -> None:
    verdict = verdict_of(folder, folder / "fixes" / fix)
    assert verdict["kind"] == "bounded", verdict["sentence"]


@pytest.mark.parametrize(("folder", "decoy", "kind"), DECOYS, ids=named)
def test_a_decoy_gets_its_declared_verdict(folder: Path, decoy: str, kind: str) -> None:
    verdict = verdict_of(folder, folder / "decoys" / decoy)
    assert verdict["kind"] == kind, verdict["sentence"]
