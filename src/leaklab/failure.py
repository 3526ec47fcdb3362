"""Exceptions of the learner's program, told in the learner's files."""

import linecache
import os
import re
import sys
import traceback
from types import ModuleType, TracebackType

from leaklab.place import Place, name_of
from leaklab.report import Frame, PythonError

_LONGEST_MESSAGE = 2_000
_MOST_FRAMES = 20
_MOST_PACKAGES = 40


def python_error(error: BaseException, place: Place) -> PythonError:
    """`error` with the frames that lie in the learner's files; its traceback keeps no others."""
    frames = _learner_frames(error, place)
    if isinstance(error, SyntaxError) and error.filename and place.is_learner(error.filename):
        frames += (_syntax_frame(error, place),)
    return PythonError(
        type=type(error).__name__,
        message=_without_folders(message_of(error), place),
        traceback=_traceback(error, place),
        frames=frames,
    )


def message_of(error: BaseException) -> str:
    """What the exception says, at most 2,000 characters of it."""
    if isinstance(error, SyntaxError):
        return error.msg or "invalid syntax"
    try:
        text = str(error)
    except Exception:
        text = f"(a {type(error).__name__} whose text cannot be read)"
    return text if len(text) <= _LONGEST_MESSAGE else text[:_LONGEST_MESSAGE] + " ..."


def missing_name(error: BaseException, place: Place) -> str | None:
    """The sentence for a name that the author's files need and the learner's no longer have; else None."""
    caller = _innermost(error.__traceback__)
    if caller is None:
        return None
    file = caller.tb_frame.f_code.co_filename
    if not place.is_harness(file):
        return None
    needing = _base(file)
    if isinstance(error, ImportError) and not isinstance(error, ModuleNotFoundError):
        found = re.search(r"cannot import name '([^']+)' from (?:partially initialized module )?'([^']+)'", str(error))
        if found:
            return f"{needing} needs `{found[1]}` in {found[2]}.py, and it is not there."
    if isinstance(error, AttributeError) and error.name:
        owner = error.obj
        if isinstance(owner, ModuleType):
            path = getattr(owner, "__file__", None) or ""
            if place.is_learner(path):
                return f"{needing} needs `{error.name}` in {_base(path)}, and it is not there."
        else:
            kind = owner if isinstance(owner, type) else type(owner)
            home = _learner_file_of(kind, place)
            if home:
                return f"{needing} needs `{kind.__name__}.{error.name}` in {home}, and it is not there."
    return None


def missing_package(error: BaseException, known: list[str]) -> str | None:
    """The sentence for an import of something that is not installed; else None."""
    if not isinstance(error, ModuleNotFoundError) or not error.name:
        return None
    package = error.name.partition(".")[0]
    if not known:
        return f"`{package}` is not installed here, and the program imports it."
    has = f" It has the standard library and {', '.join(known)}." if 0 < len(known) <= _MOST_PACKAGES else ""
    return f"`{package}` is not available in this sandbox.{has}"


def _learner_file_of(kind: type, place: Place) -> str | None:
    path = getattr(sys.modules.get(kind.__module__), "__file__", None) or ""
    return _base(path) if place.is_learner(path) else None


def _innermost(tb: TracebackType | None) -> TracebackType | None:
    while tb is not None and tb.tb_next is not None:
        # Frames of the import machinery are not anybody's code.
        rest: TracebackType | None = tb.tb_next
        while rest is not None and rest.tb_frame.f_code.co_filename.startswith("<frozen importlib"):
            rest = rest.tb_next
        if rest is None:
            return tb
        tb = rest
    return tb


def _learner_frames(error: BaseException, place: Place) -> tuple[Frame, ...]:
    found = [
        Frame(
            file=name_of(summary.filename, place),
            line=summary.lineno or 0,
            function=summary.name,
            source=(summary.line or "").strip(),
        )
        for summary in traceback.extract_tb(error.__traceback__)
        if place.is_learner(summary.filename)
    ]
    half = _MOST_FRAMES // 2
    return tuple(found if len(found) <= _MOST_FRAMES else found[:half] + found[-half:])


def _syntax_frame(error: SyntaxError, place: Place) -> Frame:
    return Frame(
        file=name_of(error.filename or "", place),
        line=error.lineno or 0,
        function="<module>",
        source=(error.text or "").strip(),
    )


def _traceback(error: BaseException, place: Place) -> str:
    told = traceback.TracebackException.from_exception(error, compact=True)
    _trim(told, place)
    return _without_folders("".join(told.format()), place).replace("leaklab.load.", "").rstrip("\n")


def _without_folders(text: str, place: Place) -> str:
    for folder in place.folders:
        text = text.replace(folder + "/", "").replace(folder + "\\", "")
    return text


def _trim(told: traceback.TracebackException, place: Place) -> None:
    """Keep the learner's frames; where there are none, the author's, so that it is clear what was called."""
    own = [frame for frame in told.stack if place.is_learner(frame.filename)]
    is_syntax = place.is_learner(getattr(told, "filename", None) or "")
    kept = own if own or is_syntax else [frame for frame in told.stack if place.is_harness(frame.filename)]
    if len(kept) > _MOST_FRAMES:
        half = _MOST_FRAMES // 2
        kept = kept[:half] + kept[-half:]
    told.stack[:] = kept
    for other in (told.__cause__, told.__context__, *(told.exceptions or ())):
        if other is not None:
            _trim(other, place)


def _base(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def source_line(path: str, line: int, *, strip: bool = True) -> str:
    """Of any file that Python has imported, also from within a zip; empty where there is no source."""
    text = linecache.getline(path, line)
    if not text and not os.path.exists(path):
        module = next((each for each in list(sys.modules.values()) if getattr(each, "__file__", None) == path), None)
        if isinstance(module, ModuleType):
            text = linecache.getline(path, line, vars(module))
    return text.strip() if strip else text.rstrip("\n")
