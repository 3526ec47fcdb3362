"""Lines that store, told from lines that allocate."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from leaklab.explain.storing import Stores, container_name
from leaklab.program.place import Place


@pytest.mark.parametrize(
    ("steps", "name"),
    [
        (("app.HISTORY", "[42]", "Exchange"), "HISTORY"),
        (("app.STORE", "Store.nodes", "list[3]", "Node"), "nodes"),
        (("app.Task.seen", "{…}", "Item"), "seen"),
        (("app.handle default seen", "[1]", "list"), "seen"),
        (("app.handle.<locals> cell rooms", "['a']", "list[0]", "Client"), "rooms"),
        (("app.LAST", "Exchange"), ""),
        (("app.render", "cache", "Page"), ""),
    ],
)
def test_a_path_says_what_its_container_is_called(steps: tuple[str, ...], name: str) -> None:
    assert container_name(steps) == name


SOURCE = """
HISTORY = []
by_name = {}

def handle(request):
    record = Record(request)
    HISTORY.append(record)
    by_name[request.name] = record
    by_name.setdefault(request.kind, []).append(record)
    self.rooms[request.room].add(record)
    heappush(QUEUE, record)
    for each in HISTORY:
        print(each)
"""


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Stores]:
    path = tmp_path / "stored_app.py"
    path.write_text(SOURCE)
    module = ModuleType("stored_app")
    module.__file__ = str(path)
    sys.modules["stored_app"] = module
    yield Stores(Place(str(tmp_path), str(tmp_path / "harness")))
    del sys.modules["stored_app"]


@pytest.mark.parametrize(
    ("steps", "lines"),
    [
        (("stored_app.HISTORY", "[1]", "Record"), [7]),
        (("stored_app.by_name", "['a']", "Record"), [8, 9]),
        (("stored_app.HUB", "Hub.rooms", "dict['a']", "set{…}", "Record"), [10]),
        (("stored_app.QUEUE", "[1]", "Record"), [11]),
        (("stored_app.OTHER", "[1]", "Record"), []),
        (("library.HISTORY", "[1]", "Record"), []),
    ],
)
def test_the_lines_that_put_things_into_it_are_told(stores: Stores, steps: tuple[str, ...], lines: list[int]) -> None:
    assert [(frame.file, frame.line) for frame in stores.on(steps)] == [("stored_app.py", line) for line in lines]
