"""Lays out a sandbox with every file that it needs, and a note wherever its author must work."""

from pathlib import Path

TEMPLATE = Path(__file__).parents[1] / "template"
# Its Python files are no modules of ours: nobody is to compile, import or check them.
_SUFFIX = ".txt"


class NotLaidOut(Exception):
    """Says in one sentence why, and what to do."""


def lay_out(folder: Path, *, bounded: bool) -> None:
    """A sandbox that grows, or with `bounded` one that has nothing to fix. Raises NotLaidOut; then nothing is there."""
    if folder.exists() or folder.is_symlink():
        raise NotLaidOut(f"{folder}: is there already. Name a folder that is not.")
    files = template(bounded=bounded)
    try:
        for path, text in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise NotLaidOut(f"{error.filename}: cannot be written: {error.strerror}.") from None


def template(*, bounded: bool) -> dict[str, str]:
    """Path in the folder to text. Raises NotLaidOut where it was not installed with the package."""
    files = _below(TEMPLATE / "growing")
    if bounded:
        files = {path: text for path, text in files.items() if not path.startswith("fixes/")}
        files |= _below(TEMPLATE / "bounded")
    if not files:
        raise NotLaidOut(f"{TEMPLATE} is missing: install the package from a checkout of Leaklab, pip install .")
    return files


def _below(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix().removesuffix(_SUFFIX): file.read_text(encoding="utf-8")
        for file in sorted(folder.rglob(f"*{_SUFFIX}"))
    }
