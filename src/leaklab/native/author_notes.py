"""What the author of a sandbox has not done yet: the notes that are still in its files."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# What stands before an instruction in a file that was laid out; `tools/sandbox/author-notes.ts` has the same.
_MARK = "AUTHOR:"
# The order in which a sandbox is best written.
_ORDER = ("project/", "workload.py", "check.py", "fixes/", "decoys/", "sandbox.json", "diagnosis.py", "diagnose.py")
_CLOSING = re.compile(r'"?[,\]]*\s*$')


@dataclass(frozen=True, slots=True)
class Note:
    path: str
    line: int
    instruction: str


def notes_of(files: Mapping[str, str]) -> list[Note]:
    """Of the `files` of a sandbox, path to text: in the order in which to carry them out."""
    paths = sorted(files, key=lambda path: (_rank(path), path))
    return [
        Note(path, number, _CLOSING.sub("", line.partition(_MARK)[2]).strip())
        for path in paths
        for number, line in enumerate(files[path].splitlines(), 1)
        if _MARK in line
    ]


def told(folder: Path, notes: list[Note]) -> str:
    """What to do, step by step."""
    places = [f"{folder / note.path}:{note.line}" for note in notes]
    width = max(map(len, places))
    steps = [
        f"{number:>4}  {place:<{width}}  {note.instruction}"
        for number, (place, note) in enumerate(zip(places, notes, strict=True), 1)
    ]
    first = f"{folder} is not written yet. In this order, and each note goes when it is done:"
    return "\n".join([first, *steps, f"Then run leaklab gate {folder} again."])


def _rank(path: str) -> int:
    return next((place for place, start in enumerate(_ORDER) if path.startswith(start)), len(_ORDER))
