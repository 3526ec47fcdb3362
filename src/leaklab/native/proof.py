"""Measures again what somebody has proved: the fix in a proof, over the sandbox that it was made in."""

import hashlib
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from leaklab.native.diagnosing import diagnose
from leaklab.native.judging import check
from leaklab.native.sandbox_folder import program_of
from leaklab.wire.command import Program
from leaklab.wire.report import Diagnosis

_KIND = "leaklab proof"
_VERSION = 1
# The largest program of a lesson has some 20 kB.
_MOST_BYTES = 500_000
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_DIAGNOSE = "diagnose.py"


class NoProof(Exception):
    """The file cannot be measured; names it, and says why."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What the page of a learner's progress saves: `src/proof/proof-file.ts` has the same."""

    lesson: str
    lesson_version: int
    sandbox: str
    start: str
    name: str
    made_at: str
    files: dict[str, str]
    sentence: str
    units: int
    detection_limit: float
    seed: int
    sealed: bool


@dataclass(frozen=True, slots=True)
class Measured:
    """A proof `holds` when it is as it was made, of this version of its sandbox, and bounded once more."""

    proof: Proof
    sentence: str
    holds: bool
    because: str = ""


def read_proof(file: Path) -> Proof:
    """Raises NoProof."""
    try:
        text = file.read_bytes()[: _MOST_BYTES + 1].decode()
        value = json.loads(text) if len(text) <= _MOST_BYTES else None
    except OSError as error:
        raise NoProof(f"{file}: {error.strerror}.") from None
    except ValueError:
        raise NoProof(f"{file}: is not JSON. Name a file that the page of somebody's progress has saved.") from None
    if not isinstance(value, dict) or value.get("kind") != _KIND:
        raise NoProof(f"{file}: is no proof of Leaklab.")
    if isinstance(value.get("version"), int) and value["version"] > _VERSION:
        raise NoProof(f"{file}: was made by a newer Leaklab. Measure it with that.")
    field = _Fields(file, value)
    verdict = _Fields(file, field("verdict", dict), "verdict.")
    files = field("files", dict)
    for name, source in files.items():
        if not re.fullmatch(r"[A-Za-z_]\w{0,59}\.py", name, re.ASCII) or not isinstance(source, str):
            raise NoProof(f"{file}: files: must be Python files and their texts.")
    proof = Proof(
        lesson=field("lesson", str),
        lesson_version=field("lessonVersion", int),
        sandbox=field("sandbox", str),
        start=field("start", str),
        name=field("name", str),
        made_at=field("madeAt", str),
        files=files,
        sentence=verdict("sentence", str),
        units=verdict("units", int),
        detection_limit=verdict("detectionLimit", (int, float)),
        seed=verdict("seed", int),
        sealed=False,
    )
    if not _SLUG.fullmatch(proof.sandbox):
        raise NoProof(f"{file}: sandbox: must be the name of one.")
    return replace(proof, sealed=_seal_of(proof) == field("seal", str))


def measure(proof: Proof, sandboxes: Path, seed: int) -> Measured:
    """Judge it once more. Raises NoProof, and SandboxUnusable."""
    folder = sandboxes / proof.sandbox
    if not (folder / "sandbox.json").exists():
        raise NoProof(f"{folder}: is not there; --sandboxes names the folder that has the sandboxes of the lessons.")
    start = program_of(folder)
    settings = json.loads((folder / "sandbox.json").read_text(encoding="utf-8"))
    own = {*settings.get("editable", []), _DIAGNOSE}
    foreign = next((name for name in proof.files if name not in own), None)
    if foreign is not None:
        return Measured(proof, "", holds=False, because=f"it has a file {foreign}, which nobody may change there")
    program = replace(start, project={**start.project, **proof.files})
    sentence, bounded = _judged(program, seed, claims=settings.get("verdict", "growing") == "bounded")
    if not bounded:
        return Measured(proof, sentence, holds=False, because="it is not bounded")
    if not proof.sealed:
        return Measured(proof, sentence, holds=False, because="it was changed after it was made")
    if _digest(_in_order({**_without_diagnosis(start), **start.harness})) != proof.start:
        return Measured(proof, sentence, holds=False, because="it was made in another version of the lesson")
    return Measured(proof, sentence, holds=True)


def told(file: Path, measured: Measured) -> str:
    """In three lines: whether it holds, what was claimed, and what was measured."""
    proof = measured.proof
    said = "holds" if measured.holds else f"does not hold: {measured.because}"
    lines = [f"{file}: {said}", f"  {proof.name}, {proof.lesson}, {proof.made_at[:10]}: {proof.sentence}"]
    return "\n".join([*lines, f"  Measured: {measured.sentence}"] if measured.sentence else lines)


def _judged(program: Program, seed: int, *, claims: bool) -> tuple[str, bool]:
    """Where there is nothing to fix, the claim has to be made and hold as well."""
    if claims:
        found = diagnose(program, seed)
        if not isinstance(found, Diagnosis):
            return found.sentence, False
        if not found.complete:
            return "Its claim does not hold for this program.", False
    verdict = check(program, seed)
    return verdict.sentence, verdict.kind == "bounded"


class _Fields:
    """Of an object of a file, with a sentence for what is not there."""

    def __init__(self, file: Path, value: dict[str, Any], prefix: str = "") -> None:
        self._file = file
        self._value = value
        self._prefix = prefix

    def __call__(self, name: str, kind: type | tuple[type, ...]) -> Any:
        found = self._value.get(name)
        if not isinstance(found, kind) or isinstance(found, bool):
            raise NoProof(f"{self._file}: {self._prefix}{name}: is not as a proof has it. Ask for the file again.")
        return found


def _without_diagnosis(program: Program) -> dict[str, str]:
    return {name: text for name, text in program.project.items() if name != _DIAGNOSE}


def _seal_of(proof: Proof) -> str:
    about = [_KIND, _VERSION, proof.lesson, proof.lesson_version, proof.sandbox, proof.start, proof.name, proof.made_at]
    said = [proof.sentence, proof.units, proof.detection_limit, proof.seed]
    return _digest([*about, _in_order(proof.files), *said])


def _in_order(files: dict[str, str]) -> list[list[str]]:
    return [[name, files[name]] for name in sorted(files)]


def _digest(value: object) -> str:
    """Of the text that JavaScript makes of it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
