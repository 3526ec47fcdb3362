"""A sandbox of the documented shape: its program, its fixes and decoys, and what each is declared to be."""

import keyword
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from leaklab.native.sandbox_folder import SandboxUnusable, settings_in
from leaklab.native.shape import SANDBOX, TEXTS, complaints
from leaklab.wire.command import Contract, Language, Program

_FILE = "sandbox.json"
_HARNESS = ("workload.py", "check.py", "diagnosis.py")
_DIAGNOSE = "diagnose.py"
# What a pattern has no use for, as no lesson speaks of it.
_FOR_LESSONS = ("diagnosis.py", "diagnose_solved.py", "probes.py", "measured.json")
_AUTHORS = (_FILE, "measured.json", "mutants.json", "probes.py", "diagnose_solved.py")
_ROOT = (*_AUTHORS, _DIAGNOSE, *_HARNESS)
# In the languages of the site beside English: its texts, and what the judge says of it.
_CODES = tuple(code for code in get_args(Language) if code != "en")
_TRANSLATIONS = tuple(f"sandbox.{code}.json" for code in _CODES)
_TOLD = tuple(f"measured.{code}.json" for code in _CODES)
_ANSWERS = ("fixes", "decoys")
_INSIDE = re.compile(r"(project|(fixes|decoys)/[^/]+)/[^/]+\.py")
_LOAD = re.compile(r"^LOAD = \{(.*?)\}", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Variant:
    """A `program` and the kind of verdict that it is `declared` to get; `name` is `starter` or its folder."""

    name: str
    declared: str
    program: Program


@dataclass(frozen=True, slots=True)
class WholeSandbox:
    packages: tuple[str, ...]
    variants: tuple[Variant, ...]


def whole_sandbox(folder: Path, files: Mapping[str, str]) -> WholeSandbox:
    """Of the `files` in `folder`, path to text. Raises SandboxUnusable, with a line on each thing to put right."""
    settings = _settings(folder, files)
    project = _below(files, "project/")
    problems = [
        *_misplaced(files),
        *_missing(files, is_pattern="pattern" in settings),
        *_unimportable(project),
        *_counted(settings),
        *_loaded(settings, files.get("workload.py", "")),
        *_editable(settings, project),
        *(problem for kind in _ANSWERS for problem in _answered(kind, settings, files, project)),
        *(problem for name in _TRANSLATIONS if name in files for problem in _translated(folder, name, settings, files)),
    ]
    if problems:
        raise SandboxUnusable("\n".join(_printable(f"{folder}/{path}: {said}") for path, said in problems))
    return WholeSandbox(tuple(settings["packages"]), tuple(_variants(settings, files, project)))


def _settings(folder: Path, files: Mapping[str, str]) -> dict[str, Any]:
    at = folder / _FILE
    if _FILE not in files:
        raise SandboxUnusable(f"{at}: is missing; every sandbox needs one.")
    settings = settings_in(at, files[_FILE])
    wrong = complaints(settings, SANDBOX)
    if wrong:
        lines = [f"{at}: {field}: {said}" if field else f"{at}: {said}" for field, said in wrong]
        raise SandboxUnusable("\n".join(map(_printable, lines)))
    return {"verdict": "growing", "load": [], **settings}


def _misplaced(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    places = f"use project/, fixes/<id>/, decoys/<id>/ or one of {', '.join(_ROOT)}."
    for path in files:
        if path not in (*_ROOT, *_TRANSLATIONS, *_TOLD) and not _INSIDE.fullmatch(path):
            yield path, f"has no place in a sandbox; {places}"


def _missing(files: Mapping[str, str], *, is_pattern: bool) -> Iterator[tuple[str, str]]:
    unused = _FOR_LESSONS if is_pattern else ()
    for name in (*_HARNESS, _DIAGNOSE):
        if name not in files and name not in unused:
            yield name, "is missing; every sandbox needs one."
    for name in unused:
        if name in files:
            yield name, 'has no place in a pattern, which has no lesson; take it out, or "pattern" out of sandbox.json.'


def _unimportable(project: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in project:
        module = name.removesuffix(".py")
        if name in (*_HARNESS, _DIAGNOSE):
            yield f"project/{name}", "has the name of a file that lies beside project/. Rename it."
        elif not module.isidentifier() or not module.isascii() or keyword.iskeyword(module):
            yield f"project/{name}", "is no name that Python can import; use letters, digits and _."
        elif module in sys.stdlib_module_names or module in ("js", "leaklab", "pyodide"):
            yield f"project/{name}", "has the name of a module that Python has already. Rename it."


def _counted(settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    least = 1 if "pattern" in settings else 2
    if settings["verdict"] == "bounded":
        if settings["fixes"]:
            yield _FILE, 'fixes: must be empty, as "verdict" says that the program is bounded as it stands.'
    elif len(settings["fixes"]) < least:
        yield _FILE, f"fixes: needs at least {_entries(least)}."
    if len(settings["decoys"]) < least:
        yield _FILE, f"decoys: needs at least {_entries(least)}."


def _entries(least: int) -> str:
    return "one entry" if least == 1 else f"{least} entries"


def _loaded(settings: Mapping[str, Any], workload: str) -> Iterator[tuple[str, str]]:
    """What can be turned is declared twice: for the page, and where it is used."""
    found = _LOAD.search(workload)
    declared = {name: int(value) for name, value in re.findall(r'"(\w+)": (-?\d+)', found[1] if found else "")}
    names = [one["name"] for one in settings["load"]]
    for index, one in enumerate(settings["load"]):
        if not one["least"] <= one["default"] <= one["most"] or one["least"] == one["most"]:
            yield _FILE, f"load[{index}].default: must lie between least and most."
        if declared.get(one["name"]) != one["default"] or names.index(one["name"]) != index:
            wanted = f'"{one["name"]}": {one["default"]}'
            yield _FILE, f"load[{index}].default: workload.py must have it once in LOAD = {{...}}, as {wanted}."


def _editable(settings: Mapping[str, Any], project: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for index, name in enumerate(settings["editable"]):
        if name not in project:
            yield _FILE, f"editable[{index}]: {name} is not in project/; add the file or take the name out."


def _answered(
    kind: str, settings: Mapping[str, Any], files: Mapping[str, str], project: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """`kind` is `fixes` or `decoys`."""
    ids = [one["id"] for one in settings[kind]]
    inside = _below(files, f"{kind}/")
    folders = {path.partition("/")[0] for path in inside}
    for index, name in enumerate(ids):
        at = f"{kind}[{index}].id"
        if name not in folders:
            yield _FILE, f"{at}: there is no {kind}/{name}/ with a Python file; add it or take the entry out."
        if ids.index(name) != index:
            yield _FILE, f'{at}: "{name}" is there twice; give each its own.'
    for name in sorted(folders - set(ids)):
        yield f"{kind}/{name}/", f'is not declared; add it to "{kind}" in sandbox.json or delete the folder.'
    for path, text in inside.items():
        name = path.rpartition("/")[2]
        at = f"{kind}/{path}"
        if name not in settings["editable"]:
            yield (
                at,
                'changes a file that the learner cannot edit; add it to "editable" in sandbox.json or leave it out.',
            )
        elif project.get(name) == text:
            yield at, f"is the same as project/{name}; an overlay holds only files that differ."


def _translated(
    folder: Path, name: str, settings: Mapping[str, Any], files: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """`name`: of the file that has the texts of the settings in another language."""
    texts = settings_in(folder / name, files[name])
    wrong = complaints(texts, TEXTS)
    if wrong:
        yield from ((name, f"{field}: {said}") for field, said in wrong)
        return
    found, expected = len(texts["behaviour"]), len(settings["contract"]["behaviour"])
    if found != expected:
        said = f"has {found} entries where {_FILE} has {expected}; translate each, in the same order."
        yield name, f"behaviour: {said}"
    asked = {
        "": ["pattern"] if "pattern" in settings else [],
        "load.": [one["name"] for one in settings["load"]],
        **{f"{kind}.": [one["id"] for one in settings[kind]] for kind in _ANSWERS},
    }
    for at, names in asked.items():
        given = texts.get(at[:-1], {}) if at else {"pattern"} & texts.keys()
        for one in names:
            if one not in given:
                yield name, f"{at}{one}: is missing; add it, as {_FILE} has one."
        for one in given:
            if one not in names:
                yield name, f"{at}{one}: is not in {_FILE}; correct its spelling or take it out."


def _variants(settings: Mapping[str, Any], files: Mapping[str, str], project: Mapping[str, str]) -> Iterator[Variant]:
    contract = settings["contract"]
    terms = Contract(
        cap=int(contract["cap"]),
        budget_bytes=int(contract["budgetBytes"]),
        sensitivity=contract["sensitivity"],
        warm_up=int(contract["warmUp"]),
        rate_per_second=contract["ratePerSecond"],
    )
    harness = {name: files[name] for name in _HARNESS if name in files}
    diagnose = {_DIAGNOSE: files[_DIAGNOSE]}

    def program(overlay: Mapping[str, str]) -> Program:
        return Program(settings["unit"], terms, {**project, **diagnose, **overlay}, harness)

    yield Variant("starter", settings["verdict"], program({}))
    for kind in _ANSWERS:
        for one in settings[kind]:
            name = f"{kind}/{one['id']}"
            yield Variant(name, one.get("verdict", "bounded"), program(_below(files, f"{name}/")))


def _below(files: Mapping[str, str], folder: str) -> dict[str, str]:
    return {path.removeprefix(folder): text for path, text in files.items() if path.startswith(folder)}


def _printable(line: str) -> str:
    """A stranger's names are to change no terminal."""
    return "".join(character if character.isprintable() else ascii(character)[1:-1] for character in line)
