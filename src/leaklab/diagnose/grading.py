"""Compares a learner's diagnosis with the author's culprit, part by part, and says what to look at next."""

import ast
import os
import re
import sys
import tracemalloc
from dataclasses import dataclass

from leaklab.diagnosis import Culprit, Part
from leaklab.program.place import Place
from leaklab.wire.report import Diagnosis, Finding
from leaklab.words import say


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that the learner means. `file` is a base name; `own` says whether it is one of the learner's."""

    file: str
    line: int
    own: bool

    @property
    def text(self) -> str:
        return f"{self.file}:{self.line}"


def compare(found: dict[str, object], culprit: Culprit, place: Place) -> Diagnosis:
    """One finding for each part of the culprit that is asked for."""
    asked: dict[Part, bool] = {
        "where": bool(culprit.where or culprit.stored),
        "what": bool(culprit.what),
        "held_by": bool(culprit.held_by),
    }
    findings = tuple(_compared(part, found.get(part), culprit, place) for part in asked if asked[part])
    return Diagnosis(complete=all(finding.right for finding in findings), findings=findings)


def _compared(part: Part, given: object, culprit: Culprit, place: Place) -> Finding:
    says = say().diagnosis
    if given is None:
        not_said = {"where": says.where_not_said, "what": says.what_not_said, "held_by": says.held_by_not_said}
        return Finding(part, None, False, not_said[part])
    match part:
        case "where":
            return _compared_line(given, culprit, place)
        case "what":
            return _compared_type(given, culprit)
        case "held_by":
            return _compared_holder(given, culprit)


def _compared_line(given: object, culprit: Culprit, place: Place) -> Finding:
    says, meant = say().diagnosis, _line_of(given, place)
    if meant is None:
        return Finding("where", _shown(given), False, says.no_line)
    if not meant.own:
        led_from = _near(culprit, "where", meant.file) or says.line_of_no_program(meant.text)
        return Finding("where", meant.text, False, led_from)
    if meant.file == "diagnose.py":
        return Finding("where", meant.text, False, says.line_of_the_diagnosis)
    lines = _source_lines(place, meant.file)
    if not 1 <= meant.line <= len(lines):
        return Finding("where", meant.text, False, says.too_few_lines(meant.file, len(lines)))
    for lines_meant, right in ((culprit.where, says.line_allocates), (culprit.stored, says.line_stores)):
        for file, text in lines_meant:
            if file == meant.file and meant.line in _lines_of_statement(lines, text):
                return Finding("where", meant.text, True, right(meant.text))
    source = lines[meant.line - 1].strip()
    files = {file for file, _ in (*culprit.where, *culprit.stored)}
    near = _near(culprit, "where", f"{meant.file}:{source}", source, meant.file)
    if near is None:
        near = says.right_file(source) if meant.file in files else says.let_go_again(source)
    return Finding("where", meant.text, False, near)


def _compared_type(given: object, culprit: Culprit) -> Finding:
    if isinstance(given, str):
        name = given.rpartition(".")[2].strip()
    else:
        name = given.__name__ if issubclass(type(given), type) else type(given).__name__  # type: ignore[attr-defined]
    says = say().diagnosis
    if name in culprit.what:
        return Finding("what", name, True, says.piles_up(name))
    return Finding("what", name, False, _near(culprit, "what", name) or says.piles_up_not(name))


def _compared_holder(given: object, culprit: Culprit) -> Finding:
    says = say().diagnosis
    if isinstance(given, str):
        name = given.strip()
        for accepted in culprit.held_by:
            if _same_name(name, accepted):
                return Finding("held_by", name, True, says.holds(accepted))
        near = next(
            (text for key, text in culprit.near.get("held_by", {}).items() if _same_name(name, key)),
            None,
        )
        shown = _shown(name)
    else:
        for accepted in culprit.held_by:
            if _object_named(accepted) is given:
                return Finding("held_by", accepted, True, says.holds(accepted))
        near = next(
            (text for key, text in culprit.near.get("held_by", {}).items() if _object_named(key) is given),
            None,
        ) or _near(culprit, "held_by", type(given).__name__)
        shown = _shown(given)
    return Finding("held_by", shown, False, near or says.holds_not(shown))


def _near(culprit: Culprit, part: Part, *answers: str) -> str | None:
    known = culprit.near.get(part, {})
    return next((known[answer] for answer in answers if answer in known), None)


def _line_of(given: object, place: Place) -> _Line | None:
    if isinstance(given, str):
        found = re.fullmatch(r'\s*(?:File\s+)?"?([^":,]+\.py)"?\s*(?::|,\s*line)\s*(\d+).*', given, re.DOTALL)
        if found is None:
            return None
        return _line(found[1], int(found[2]), place)
    if isinstance(given, tracemalloc.Statistic | tracemalloc.StatisticDiff | tracemalloc.Trace):
        given = given.traceback
    if isinstance(given, tracemalloc.Frame):
        return _line(given.filename, given.lineno, place)
    if isinstance(given, tracemalloc.Traceback):
        frames = [_line(frame.filename, frame.lineno, place) for frame in given]
        return next((frame for frame in reversed(frames) if frame.own), frames[-1] if frames else None)
    if isinstance(given, tuple) and len(given) == 2 and isinstance(given[0], str) and isinstance(given[1], int):
        return _line(given[0], given[1], place)
    return None


def _line(path: str, line: int, place: Place) -> _Line:
    file = os.path.basename(path)
    own = os.path.exists(os.path.join(place.learner, file)) and os.path.dirname(path) in ("", ".", place.learner)
    return _Line(file, line, own)


def _source_lines(place: Place, file: str) -> list[str]:
    with open(os.path.join(place.learner, file), encoding="utf-8") as source:
        return source.read().splitlines()


def _lines_of_statement(lines: list[str], text: str) -> set[int]:
    """The numbers of the lines that hold `text`, and of all lines of their statements."""
    wanted = " ".join(text.split())
    hits = {number for number, line in enumerate(lines, 1) if wanted in " ".join(line.split())}
    try:
        tree = ast.parse("\n".join(lines))
    except SyntaxError:
        return hits
    spans = [
        range(node.lineno, (node.end_lineno or node.lineno) + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and not hasattr(node, "body") and not isinstance(node, ast.Match)
    ]
    return hits.union(*(span for span in spans if any(hit in span for hit in hits)))


def _same_name(given: str, accepted: str) -> bool:
    """`HISTORY` and `history.HISTORY` are the same answer; so is `Recorder.seen` for `app.Recorder.seen`."""
    return given == accepted or accepted.endswith("." + given)


def _object_named(name: str) -> object:
    """What `module.NAME.attribute` is now; an object that nobody has if there is no such thing."""
    module_name, *attributes = name.split(".")
    value: object = sys.modules.get(module_name)
    for attribute in attributes:
        if value is None:
            return _NOTHING
        value = value[attribute] if isinstance(value, dict) and attribute in value else getattr(value, attribute, None)
    return _NOTHING if value is None else value


_NOTHING = object()


def _shown(given: object) -> str:
    if isinstance(given, str):
        return given if len(given) <= 60 else given[:59] + "…"
    kind = type(given)
    return given.__name__ if issubclass(kind, type) else say().diagnosis.of_type(kind.__name__)  # type: ignore[attr-defined]
