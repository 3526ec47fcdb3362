"""What `objgraph` draws is shown among the output: there is no Graphviz in the sandbox, and no viewer."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, PathFinder
from types import FrameType, ModuleType
from typing import Any

from leaklab.program.output import Output
from leaklab.program.place import Place, name_of
from leaklab.program.unasked import file_of, module_dict
from leaklab.words import say

_MODULE = "objgraph"
# The function that is told of a finished file, in objgraph 3.
_PRESENTS = "_present_graph"
_MOST_CHARACTERS = 100_000
_MOST_PICTURES = 20
_LONGEST_TITLE = 100


@contextmanager
def shown_pictures(output: Output, place: Place) -> Iterator[None]:
    """Meanwhile `objgraph` hands its pictures to `output`, also where it is only imported by then."""
    draw = _Drawing(output, place)
    here = sys.modules.get(_MODULE)
    finder = _Finder(draw)
    sys.meta_path.insert(0, finder)
    try:
        if type(here) is ModuleType:
            draw.join(here)
        yield
    finally:
        if finder in sys.meta_path:
            sys.meta_path.remove(finder)
        draw.leave()


class _Drawing:
    __slots__ = ("_count", "_joined", "_output", "_place")

    def __init__(self, output: Output, place: Place) -> None:
        self._output = output
        self._place = place
        self._count = 0
        self._joined: tuple[dict[str, Any], object] | None = None

    def join(self, module: ModuleType) -> None:
        """Unless the program has a module of its own by that name."""
        names = module_dict(module)
        if _PRESENTS in names and not self._place.is_learner(file_of(module)):
            self._joined = (names, names[_PRESENTS])
            names[_PRESENTS] = self.present

    def leave(self) -> None:
        if self._joined is not None:
            names, real = self._joined
            names[_PRESENTS] = real

    def present(self, dot_filename: str, filename: str | None = None) -> None:
        """As objgraph calls it: the picture is in `dot_filename`, and `filename` is what it is to be made into."""
        with open(dot_filename, encoding="utf-8", errors="replace") as file:
            dot = file.read(_MOST_CHARACTERS + 1)
        # As the page counts them.
        if len(dot.encode("utf-16-le")) // 2 > _MOST_CHARACTERS:
            print(say().program.picture_too_large)
        elif self._count == _MOST_PICTURES:
            print(say().program.too_many_pictures(_MOST_PICTURES))
        else:
            self._count += 1
            self._output.draw(dot, self._title(sys._getframe(1)))

    def _title(self, frame: FrameType | None) -> str:
        """Which function was called, and from which line of the program."""
        called = "show_graph"
        while frame is not None and frame.f_globals.get("__name__") == _MODULE:
            called = frame.f_code.co_name
            frame = frame.f_back
        path = "" if frame is None else frame.f_code.co_filename
        at = f", {name_of(path, self._place)}:{frame.f_lineno}" if frame and self._place.is_learner(path) else ""
        return f"{_MODULE}.{called}{at}"[:_LONGEST_TITLE]


class _Finder:
    """Finds `objgraph` as usual, and has it joined once it is there."""

    def __init__(self, drawing: _Drawing) -> None:
        self._drawing = drawing

    def find_spec(self, name: str, path: Any = None, target: object = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path) if name == _MODULE else None
        if spec is not None and spec.loader is not None:
            spec.loader = _Loader(spec.loader, self._drawing.join)  # type: ignore[assignment]
        return spec


class _Loader:
    """Another loader, and one thing more to do. One loader may serve a whole archive, so it is left as it is."""

    def __init__(self, real: Any, then: Callable[[ModuleType], None]) -> None:
        self._real = real
        self._then = then

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        spec = module.__spec__
        assert spec is not None
        spec.loader = module.__loader__ = self._real
        self._real.exec_module(module)
        self._then(module)
