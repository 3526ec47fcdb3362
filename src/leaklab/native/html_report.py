"""A judgement as one HTML file that works offline: the page of `report.html`, which the set-up builds, and it."""

import json
from pathlib import Path
from typing import Any

TEMPLATE = Path(__file__).parents[1] / "report.html"
# `tools/build/report-template.ts` has the same.
_PLACE = '"@judgement@"'
_MOST_BYTES = 5_000_000
# As Windows shells redirect.
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_PARTS = {"verdict": dict, "notes": list, "reads": list}


class NoReport(Exception):
    """Says in one sentence why no page can be written."""


def template() -> str:
    """The page without a report. Raises NoReport where the set-up has not built it."""
    try:
        text = TEMPLATE.read_text(encoding="utf-8")
    except OSError:
        text = ""
    if text.count(_PLACE) != 1:
        raise NoReport(
            f"{TEMPLATE} is missing, and --html needs it: run `npm run setup` in a checkout of Leaklab, "
            "and install the package from there."
        )
    return text


def ready_for(file: Path) -> str:
    """The template, once it is sure that there is one and that `file` has a folder to be written in."""
    if file.is_dir() or not file.parent.is_dir():
        raise NoReport(f"{file} cannot be written: name a file in a folder that is there.")
    return template()


def page_of(judgement: Any, page: str) -> str:
    """`page` with `judgement`, as JSON has it. It is ASCII, and cannot end the element that it stands in."""
    told = json.dumps(judgement, ensure_ascii=True, allow_nan=False)
    for character in "<>&":
        told = told.replace(character, f"\\u{ord(character):04x}")
    return page.replace(_PLACE, told)


def write_page(file: Path, judgement: Any, page: str) -> None:
    """Raises NoReport where it cannot be written."""
    try:
        file.write_text(page_of(judgement, page), encoding="utf-8")
    except OSError as error:
        raise NoReport(f"{file} cannot be written: {error.strerror}.") from None


def saved_judgement(file: Path, kinds: frozenset[str]) -> Any:
    """What `--json` printed into `file`, looked at lightly: the page reads it by its schema. Raises NoReport."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise NoReport(f"{file} cannot be read: {error.strerror}.") from None
    if len(content) > _MOST_BYTES:
        raise NoReport(f"{file} has {len(content):,} bytes. A report has at most {_MOST_BYTES:,}.")
    try:
        value = json.loads(content.decode(_MARKS.get(content[:2], "utf-8-sig")), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise NoReport(f"{file} is not JSON. Save what `python -m leaklab judge ... --json` prints.") from None
    fits = isinstance(value, dict) and all(isinstance(value.get(name), form) for name, form in _PARTS.items())
    kind = value["verdict"].get("kind") if fits else None
    if not isinstance(kind, str) or kind not in kinds:
        raise NoReport(f"{file} is JSON, but no report of this leaklab: it has no verdict, notes and reads.")
    return value


def _no_number(name: str) -> float:
    raise ValueError(name)
