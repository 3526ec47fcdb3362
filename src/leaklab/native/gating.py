"""The command `gate`: what is not written yet, step by step; then what was judged, and what to put right."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from leaklab.native import author_notes
from leaklab.native.folder_files import read_files
from leaklab.native.gate import Row, complaints, installed, judge_variants, table
from leaklab.native.signals import ChildSignal
from leaklab.native.whole_sandbox import whole_sandbox
from leaklab.wire.codec import as_json
from leaklab.wire.signals import Metered
from leaklab.words import say


@dataclass(frozen=True, slots=True)
class GateTerms:
    """`within`: seconds for each judgement, or 0 for as much as it takes."""

    seeds: int
    within: float
    as_json: bool


def gate(folder: Path, terms: GateTerms, out: TextIO, err: TextIO) -> bool:
    """Whether all is written, and judged as declared. Raises SandboxUnusable."""
    files = read_files(folder)
    notes = author_notes.notes_of(files)
    if notes:
        _report([], [author_notes.told(folder, notes)], terms, out)
        return False
    sandbox = installed(folder, whole_sandbox(folder, files))
    progress = _Progress(err, len(sandbox.variants) * terms.seeds)
    try:
        judging = judge_variants(sandbox, terms.seeds, terms.within, progress.begin, progress.follow)
        rows = list(judging)
    finally:
        progress.clear()
    failures = complaints(rows, folder)
    _report(rows, failures, terms, out)
    return not failures


def _report(rows: list[Row], failures: list[str], terms: GateTerms, out: TextIO) -> None:
    if terms.as_json:
        print(json.dumps({"rows": as_json(rows), "failures": failures}), file=out)
        return
    if rows:
        print(table(rows), file=out)
    for failure in failures:
        print(f"\n{failure}" if rows else failure, file=out)
    if rows:
        count = len(rows) * terms.seeds
        end = f"is shut: {len(failures)} to put right" if failures else "is open: each is judged as declared"
        print(f"\nThe gate {end}; {count} {say().plural('verdict', count)}.", file=out)


class _Progress:
    """On a terminal a line that is written over; in a pipe one for each judgement."""

    def __init__(self, out: TextIO, total: int) -> None:
        self._out = out
        self._total = total
        self._watched = out.isatty()
        self._begun = 0
        self._about = ""
        self._since = 0.0

    def begin(self, variant: str, seed: int) -> None:
        self._begun += 1
        self._about = f"[{self._begun}/{self._total}] {variant}, seed {seed}"
        self._since = time.monotonic()
        self._write(f"\r\x1b[2K{self._about}" if self._watched else f"{self._about}\n")

    def follow(self, signal: ChildSignal) -> None:
        if self._watched and isinstance(signal, Metered):
            used = time.monotonic() - self._since
            self._write(f"\r\x1b[2K{self._about}: {signal.read.units:,} units, {used:.0f} s")

    def clear(self) -> None:
        if self._watched:
            self._write("\r\x1b[2K")

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
