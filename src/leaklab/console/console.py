"""Carries out statements in the living program, as Python's own prompt would."""

import builtins
import importlib
import traceback
from collections.abc import Iterable
from types import CodeType
from typing import Any

from leaklab.console.inspector import thing_of
from leaklab.console.process import Process
from leaklab.console.source import FILE, Parsed, is_coroutine
from leaklab.program.place import Place, is_judge
from leaklab.program.unasked import file_of, loaded_modules
from leaklab.wire.living import Answer
from leaklab.world.built_ins import PROGRAMS_BUILT_INS

# Names that a statement finds without an import: loaded when one first uses them, as to import is to allocate.
AT_HAND = {
    "asizeof": ("pympler.asizeof", "asizeof"),
    "asyncio": ("asyncio", ""),
    "gc": ("gc", ""),
    "load": ("leaklab.live", "load"),
    "muppy": ("pympler.muppy", ""),
    "objgraph": ("objgraph", ""),
    "sys": ("sys", ""),
    "tracemalloc": ("tracemalloc", ""),
    "weakref": ("weakref", ""),
}
_LONGEST_TRACEBACK = 8_000
# Of these what was printed says all.
_PLAIN = frozenset(map(id, (str, bytes, int, float, complex, bool, type(None))))


def execute(process: Process, source: str) -> Answer:
    """What came of it; what it prints goes to the output. Its last value stays at hand until the next statement."""
    process.let_go()
    try:
        parsed = process.reader.read(source)
    except (SyntaxError, ValueError, OverflowError, RecursionError) as error:
        return Answer("raised", _told(error, process.place))
    if parsed is None:
        return Answer("incomplete")
    _bring(parsed.names, process)
    try:
        value = _run(process, parsed)
    except BaseException as error:
        # Its traceback holds every frame on the way, and those hold the program's objects: only text is kept.
        return Answer("raised", _told(error, process.place))
    if id(type(value)) in _PLAIN:
        return Answer("done")
    process.shown = value
    return Answer("done", value=thing_of(process, value))


def _run(process: Process, parsed: Parsed) -> Any:
    if parsed.body is not None:
        _evaluated(process, parsed.body)
    if parsed.last is None:
        return None
    value = _evaluated(process, parsed.last)
    if value is not None:
        with PROGRAMS_BUILT_INS:
            print(repr(value))
    return value


def _evaluated(process: Process, code: CodeType) -> Any:
    with PROGRAMS_BUILT_INS:
        value = eval(code, process.names)
    return process.awaited(value) if is_coroutine(code) else value


def _bring(names: Iterable[str], process: Process) -> None:
    """What is at hand and was never used before, and the program's own modules that are loaded."""
    space, place = process.names, process.place
    own = {
        name: module
        for name, module in loaded_modules()
        if place.is_learner(file_of(module)) or place.is_harness(file_of(module))
    }
    for name in names:
        if name in space or hasattr(builtins, name):
            continue
        if name in own:
            space[name] = own[name]
        elif name in AT_HAND:
            module, member = AT_HAND[name]
            try:
                found: Any = importlib.import_module(module)
            except ImportError:
                continue
            space[name] = getattr(found, member) if member else found


def _told(error: BaseException, place: Place) -> str:
    """As Python shows it, without our own frames and folders."""
    told = traceback.TracebackException.from_exception(error, compact=True)
    _trim(told, set())
    text = "".join(told.format()).rstrip("\n").replace("leaklab.load.load.", "")
    for folder in place.folders:
        text = text.replace(folder + "/", "").replace(folder + "\\", "")
    half = _LONGEST_TRACEBACK // 2
    return text if len(text) <= _LONGEST_TRACEBACK else f"{text[:half]}\n…\n{text[-half:]}"


def _trim(told: traceback.TracebackException, seen: set[int]) -> None:
    if id(told) in seen:
        return
    seen.add(id(told))
    # What the statement itself caused begins with it; all before is how it was carried out.
    files = [frame.filename for frame in told.stack]
    start = files.index(FILE) if FILE in files else len(files)
    told.stack[:] = [frame for frame in told.stack[start:] if not is_judge(frame.filename)]
    for other in (told.__cause__, told.__context__, *(told.exceptions or ())):
        if other is not None:
            _trim(other, seen)
