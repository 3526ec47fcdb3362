"""A sandbox folder, read as the program of a command."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from leaklab.wire.command import Contract, Program

_HARNESS = ("workload.py", "check.py", "diagnosis.py")


class SandboxUnusable(Exception):
    """The folder is no sandbox; names the file, the field, and what it has to be."""


def program_of(folder: Path, overlay: Path | None = None) -> Program:
    """The sandbox's files, those in `overlay` in place of the project's."""
    file = folder / "sandbox.json"
    settings = _settings(file)
    project = _python_files(folder / "project")
    if overlay is not None:
        project |= _python_files(overlay)
    if not (folder / "workload.py").exists() and "program.py" not in project:
        raise SandboxUnusable(
            f"{folder / 'workload.py'}: is missing; it says what one unit of use is: def run(i). "
            "A project/program.py with that function does as well."
        )
    return Program(
        unit=_checked(file, settings, "", "unit"),
        contract=_contract(file, settings),
        project=project | _named_files(folder, ("diagnose.py",)),
        harness=_named_files(folder, _HARNESS),
    )


def settings_in(file: Path, text: str) -> dict[str, Any]:
    """The object that the `text` of `file` is. Raises SandboxUnusable."""
    try:
        settings = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise SandboxUnusable(f"{file}: is not valid JSON: {error}.") from None
    if not isinstance(settings, dict):
        raise SandboxUnusable(f"{file}: must be an object with named fields.")
    return settings


def _settings(file: Path) -> dict[str, Any]:
    try:
        return settings_in(file, file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SandboxUnusable(f"{file}: is missing; every sandbox needs one.") from None
    except UnicodeDecodeError:
        raise SandboxUnusable(f"{file}: is no text in UTF-8. Save it as UTF-8.") from None


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _contract(file: Path, settings: dict[str, Any]) -> Contract:
    contract = settings.get("contract")
    if not isinstance(contract, dict):
        expected = "an object with named fields"
        complaint = "must be " + expected if "contract" in settings else f"is missing; add it ({expected})"
        raise SandboxUnusable(f"{file}: contract: {complaint}.")
    return Contract(
        cap=_checked(file, contract, "contract.", "cap"),
        budget_bytes=_checked(file, contract, "contract.", "budgetBytes"),
        sensitivity=_checked(file, contract, "contract.", "sensitivity"),
        warm_up=_checked(file, contract, "contract.", "warmUp"),
        rate_per_second=_checked(file, contract, "contract.", "ratePerSecond"),
    )


def _is_word(value: object) -> bool:
    return isinstance(value, str) and value.isascii() and value.isalpha() and value.islower()


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_positive(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


_FIELDS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "unit": ("one word in small letters, such as request", _is_word),
    "cap": ("a whole number of at least 3200", lambda value: _is_whole(value) and value >= 3200),
    "budgetBytes": ("a whole number above 0", lambda value: _is_whole(value) and value > 0),
    "sensitivity": ("a number above 0", _is_positive),
    "warmUp": ("a whole number, 0 or more", lambda value: _is_whole(value) and value >= 0),
    "ratePerSecond": ("a number above 0", _is_positive),
}


def _checked(file: Path, owner: dict[str, Any], prefix: str, name: str) -> Any:
    expected, is_right = _FIELDS[name]
    if name not in owner:
        raise SandboxUnusable(f"{file}: {prefix}{name}: is missing; add it ({expected}).")
    if not is_right(owner[name]):
        raise SandboxUnusable(f"{file}: {prefix}{name}: must be {expected}.")
    return owner[name]


def _python_files(folder: Path) -> dict[str, str]:
    found = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))}
    if not found:
        raise SandboxUnusable(f"{folder}: has no Python files.")
    return found


def _named_files(folder: Path, names: tuple[str, ...]) -> dict[str, str]:
    return {name: (folder / name).read_text(encoding="utf-8") for name in names if (folder / name).exists()}
