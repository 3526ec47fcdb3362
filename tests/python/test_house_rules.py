"""What the architecture forbids and only a reader of the imports can see."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
JUDGE = sorted((ROOT / "src" / "leaklab").glob("**/*.py"))
SANDBOXES = ROOT / "sandboxes"


def imported(path: Path) -> Iterator[str]:
    """Top-level packages that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0] if node.level == 0 else "leaklab"


@pytest.mark.parametrize("path", JUDGE, ids=lambda path: path.name)
def test_the_judge_imports_nothing_but_the_standard_library(path: Path) -> None:
    allowed = sys.stdlib_module_names | {"leaklab"}
    assert set(imported(path)) <= allowed


def test_no_program_of_a_sandbox_knows_the_judge() -> None:
    programs = [
        path
        for pattern in ("*/project/*.py", "*/fixes/*/*.py", "*/decoys/*/*.py", "*/workload.py", "*/check.py")
        for path in SANDBOXES.glob(pattern)
    ]
    assert programs
    assert [str(path) for path in programs if "leaklab" in set(imported(path))] == []
