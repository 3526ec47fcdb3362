"""Exceptions of the learner's program, told in the learner's files."""

import linecache
import os
import re
import sys
import traceback
from collections.abc import Iterator
from types import ModuleType, TracebackType
from zipimport import zipimporter

from leaklab.program.place import Place, is_judge, name_of, short_name
from leaklab.program.unasked import file_of, is_a, loaded_modules, module_dict, module_of_type, name_of_type
from leaklab.wire.describe import Words
from leaklab.wire.report import Frame, PythonError
from leaklab.words import say

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
        text = say().program.unreadable(type(error).__name__)
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
            return say().program.needs_name(needing, found[1], f"{found[2]}.py")
    if isinstance(error, AttributeError) and error.name:
        owner: object = error.obj
        if is_a(owner, ModuleType):
            path = file_of(owner)
            if place.is_learner(path):
                return say().program.needs_name(needing, error.name, _base(path))
        else:
            kind = owner if is_a(owner, type) else type(owner)
            home = _learner_file_of(kind, place)
            if home:
                return say().program.needs_name(needing, f"{name_of_type(kind)}.{error.name}", home)
    return None


def missing_package(error: BaseException, known: list[str], place: Place) -> Words | None:
    """What to say of an import of something that is not installed; else None."""
    if not isinstance(error, ModuleNotFoundError) or not error.name:
        return None
    package = error.name.partition(".")[0]
    frames = _learner_frames(error, place)
    says, importing = say().program, (frames[-1].file, frames[-1].line) if frames else None
    if not known:
        at = library_place(error, place)
        if at is None:
            return Words("", says.not_installed(package, importing))
        return Words("", says.not_installed_for(package, at[0]))
    where = "" if importing is None else says.imported_at(*importing)
    has = says.sandbox_has(known) if len(known) <= _MOST_PACKAGES else ""
    return Words("", says.not_available(package), f"{where} {has}".strip())


def library_place(error: BaseException, place: Place) -> tuple[str, int] | None:
    """File and line in a library that was being imported, where that failed; files as from their package on."""
    imported = [trace for trace in _traces(error.__traceback__) if trace.tb_frame.f_code.co_name == "<module>"]
    path = imported[-1].tb_frame.f_code.co_filename if imported else ""
    if not os.path.isabs(path) or place.is_learner(path) or place.is_harness(path) or is_judge(path):
        return None
    return short_name(path, place), imported[-1].tb_lineno


def about_threads(error: BaseException) -> str:
    """What there is to say of a thread that could not be started."""
    if sys.platform == "emscripten" and isinstance(error, RuntimeError) and "start new thread" in message_of(error):
        return say().program.no_threads
    return ""


def _learner_file_of(kind: type, place: Place) -> str | None:
    module = sys.modules.get(module_of_type(kind))
    path = file_of(module) if is_a(module, ModuleType) else ""
    return _base(path) if place.is_learner(path) else None


def _traces(trace: TracebackType | None) -> Iterator[TracebackType]:
    while trace is not None:
        yield trace
        trace = trace.tb_next


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
    return _without_folders("".join(told.format()), place).replace("leaklab.load.load.", "").rstrip("\n")


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
        module = next((each for _, each in loaded_modules() if file_of(each) == path), None)
        # Any other loader may be the program's own.
        if module is not None and type(module_dict(module).get("__loader__")) is zipimporter:
            text = linecache.getline(path, line, module_dict(module))
    return text.strip() if strip else text.rstrip("\n")
