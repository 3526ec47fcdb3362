"""Every program of the corpus, in the order of the families' files."""

from importlib import import_module
from pathlib import Path

from program import Program


def programs() -> list[Program]:
    """Raises ValueError when two share an id."""
    found = [
        program.of(path.stem)
        for path in sorted((Path(__file__).parent / "families").glob("*.py"))
        for program in import_module(f"families.{path.stem}").PROGRAMS
    ]
    names = [program.id for program in found]
    if len(set(names)) < len(names):
        raise ValueError(f"Programs share an id: {sorted({name for name in names if names.count(name) > 1})}")
    return found
