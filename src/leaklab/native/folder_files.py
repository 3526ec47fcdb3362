"""The files of somebody's sandbox folder, none of which has to be what it should be."""

import os
from pathlib import Path

from leaklab.native.sandbox_folder import SandboxUnusable

# As the page has it, which is to open what is judged here.
MOST_BYTES = 512 * 1024
MOST_FILES = 1_000
_LEFTOVERS = frozenset({"__pycache__", "__MACOSX", "node_modules"})
_KINDS = (".py", ".json")


def read_files(folder: Path) -> dict[str, str]:
    """Python and JSON files, path in the folder to text, without what tools leave behind. Raises SandboxUnusable."""
    if not folder.is_dir():
        raise SandboxUnusable(f"{folder}: is no folder. Name one that has a sandbox.json.")
    files: dict[str, str] = {}
    left = MOST_BYTES
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_leftover(name))
        for name in sorted(names):
            if not name.endswith(_KINDS) or _is_leftover(name):
                continue
            file = Path(parent) / name
            files[file.relative_to(folder).as_posix()] = text = _text(file, left)
            left -= 0 if name == "measured.json" else len(text.encode())
            if len(files) > MOST_FILES:
                raise SandboxUnusable(f"{folder}: has more than {MOST_FILES:,} files. Name the sandbox's own folder.")
    return files


def _text(file: Path, most: int) -> str:
    if file.is_symlink():
        raise SandboxUnusable(f"{file}: is a link to another file. Put the file itself in its place.")
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise SandboxUnusable(f"{file}: cannot be read: {error.strerror}.") from None
    if len(content) > most:
        raise SandboxUnusable(f"{file}: is too large: a sandbox has at most {MOST_BYTES // 1024} KiB of text in all.")
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise SandboxUnusable(f"{file}: is no text in UTF-8. Save it as UTF-8.")
    return text.replace("\r\n", "\n")


def _is_leftover(name: str) -> bool:
    return name.startswith(".") or name in _LEFTOVERS
