"""What the architecture forbids and only a reader of the imports can see."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from layers import complaints, imports_of, modules_of

ROOT = Path(__file__).parents[3]
JUDGE = ROOT / "src" / "leaklab"
SANDBOXES = ROOT / "sandboxes"

# From the top. Whoever needs more says so here: a new package starts closed.
MAY_IMPORT = {
    "__main__": frozenset({"native", "program", "wire", "words"}),
    "pytest_plugin": frozenset({"testing", "native", "wire", "words"}),
    "testing": frozenset({"native", "program", "wire", "words"}),
    "native": frozenset({"host", "measure", "program", "wire", "words", "world"}),
    "host": frozenset(
        {"lesson", "verdict", "console", "explain", "diagnose", "measure", "load", "program", "world", "wire", "words"}
    ),
    "verdict": frozenset({"measure", "load", "world", "wire", "words"}),
    "console": frozenset({"explain", "load", "program", "world", "wire", "words", "live"}),
    "explain": frozenset({"load", "program", "world", "wire", "words"}),
    "diagnose": frozenset({"load", "program", "world", "wire", "words", "live", "diagnosis"}),
    "measure": frozenset({"load", "program", "world", "wire", "words"}),
    "load": frozenset({"program", "world", "wire", "words"}),
    "program": frozenset({"world", "wire", "words"}),
    "world": frozenset({"words"}),
    "wire": frozenset({"words"}),
    "live": frozenset({"words"}),
    "lesson": frozenset({"words"}),
    "diagnosis": frozenset[str](),
    "words": frozenset[str](),
}
# What everybody else may use of the judge.
DOORS = {"live", "lesson", "diagnosis", "testing", "pytest_plugin", "host"}
OUTSIDE = ("src", "tools", "content", "sandboxes", "docs", ".ci")
SOURCES = {".py", ".ts", ".js", ".mjs", ".svelte", ".astro", ".svx", ".md", ".txt"}


@pytest.mark.parametrize("module", modules_of(JUDGE))
def test_the_judge_imports_nothing_but_the_standard_library(module: str) -> None:
    # Only pytest itself imports its plugin.
    allowed = sys.stdlib_module_names | {"leaklab"} | ({"pytest"} if module.endswith("pytest_plugin") else set())
    imported = imports_of(modules_of(JUDGE)[module], module, ())
    assert [f"line {one.line}: {one.target}" for one in imported if one.target.partition(".")[0] not in allowed] == []


def test_the_packages_of_the_judge_import_only_what_lies_below_them() -> None:
    assert complaints(JUDGE, MAY_IMPORT) == []


def test_nobody_reaches_past_the_doors_of_the_judge() -> None:
    reached = [told for path in sources_outside() for told in reaching_past(path)]
    assert reached == [], f"Outside src/leaklab only {sorted(DOORS)} of leaklab may be used."


def test_no_program_of_a_sandbox_knows_the_judge() -> None:
    programs = [
        path
        for pattern in ("*/project/*.py", "*/fixes/*/*.py", "*/decoys/*/*.py", "*/workload.py", "*/check.py")
        for path in SANDBOXES.glob(pattern)
    ]
    assert programs
    knowing = [
        one
        for path in programs
        for one in imports_of(path, path.stem, ())
        # What the author says is said in the language of the page.
        if one.target.startswith("leaklab") and not (path.parents[1] == SANDBOXES and one.target == "leaklab.lesson")
    ]
    assert [f"{one.file.relative_to(ROOT)}:{one.line}: imports {one.target}" for one in knowing] == []


# To ask an object of the program is to run code of its own, which may raise, load or never end.
ASKING = {"isinstance", "hasattr", "hash", "vars", "dir", "format", "getattr", "repr", "str", "callable"}
MAY_ASK = {
    # Frames of the interpreter's own types, and keys of plain types.
    "edges.py": {"getattr", "repr"},
    # Of `builtins`.
    "resolve.py": {"vars"},
    "completion.py": {"vars"},
    "unasked.py": {"str", "vars"},
}


@pytest.mark.parametrize(
    "path",
    [
        *(JUDGE / "explain").glob("*.py"),
        JUDGE / "program" / "unasked.py",
        *(JUDGE / "console" / f"{name}.py" for name in ("resolve", "completion", "neighbours", "ours")),
    ],
    ids=lambda path: path.name,
)
def test_an_explanation_asks_no_object_of_the_program(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    asked = {call.func.id for call in calls if isinstance(call.func, ast.Name)} & ASKING
    assert asked <= MAY_ASK.get(path.name, set()), "Use leaklab.program.unasked."


def sources_outside() -> Iterator[Path]:
    for folder in OUTSIDE:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in SOURCES and path.is_file() and JUDGE not in path.parents:
                yield path


def reaching_past(path: Path) -> list[str]:
    closed = "|".join(MAY_IMPORT.keys() - DOORS)
    pattern = re.compile(rf"\bleaklab\.({closed})\b|from leaklab import [^\n]*\b({closed})\b")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for number, line in enumerate(lines, 1)
        if pattern.search(line)
    ]


def laid(folder: Path, **files: str) -> Path:
    """A package `made` with these modules, named `upper__page` for `made/upper/page.py`."""
    root = folder / "made"
    for name, text in files.items():
        file = root.joinpath(*name.split("__")).with_suffix(".py")
        file.parent.mkdir(parents=True, exist_ok=True)
        (file.parent / "__init__.py").touch()
        file.write_text(text)
    return root


TABLE = {"upper": frozenset({"lower"}), "lower": frozenset[str]()}


@pytest.mark.parametrize(
    ("files", "complaint"),
    [
        (
            {"lower__page": "import os\n\nfrom made.upper import book\n", "upper__book": ""},
            "made/lower/page.py:3: lower may not import made.upper.book; it may import nothing of ours.",
        ),
        (
            {"lower__page": "def read():\n    import made.upper.book\n", "upper__book": ""},
            "made/lower/page.py:2: lower may not import made.upper.book; it may import nothing of ours.",
        ),
        (
            {"lower__page": "from ..upper.book import TITLE\n", "upper__book": "TITLE = 1\n"},
            "made/lower/page.py:1: lower may not import made.upper.book; it may import nothing of ours.",
        ),
        (
            {"lower__page": "from made import upper\n", "upper__book": ""},
            "made/lower/page.py:1: lower may not import made.upper; it may import nothing of ours.",
        ),
        (
            {"upper__book": "", "novel__page": ""},
            "made/novel/page.py:1: novel is not in the table of packages. Add it with what it may import.",
        ),
        (
            {
                "lower__one": "\nfrom made.lower import two\n",
                "lower__two": "def late():\n    from made.lower.one import x\n",
            },
            "made/lower/one.py:2: imports go round in a circle: made.lower.one → made.lower.two → made.lower.one.",
        ),
    ],
    ids=["upward", "within a function", "relative", "a package", "unknown", "a circle"],
)
def test_a_wrong_import_is_told_by_file_and_line(tmp_path: Path, files: dict[str, str], complaint: str) -> None:
    assert complaint in complaints(laid(tmp_path, **files), TABLE)


def test_what_points_down_is_no_complaint(tmp_path: Path) -> None:
    files = {"upper__book": "from made.lower.page import TEXT\nimport made.upper.cover\n", "upper__cover": ""}
    assert complaints(laid(tmp_path, **files, lower__page="import json\nTEXT = 1\n"), TABLE) == []


def test_the_table_itself_points_down(tmp_path: Path) -> None:
    turned = {"upper": frozenset[str](), "lower": frozenset({"upper", "cellar"})}
    assert complaints(laid(tmp_path, upper__book=""), turned) == [
        "The table lets lower import cellar, which is not in it.",
        "The table lets lower import upper, which does not lie below it.",
    ]
