"""Why a program grows: the line, the type and who holds it, in the words of its source."""

import re

import pytest
from programs import ASYNC, PLAIN, explanation_of

HISTORY = """
HISTORY = []


class Exchange:
    def __init__(self, i):
        self.environ = {"wsgi.input": bytearray(50), "number": [i]}
"""
APP = """
from history import HISTORY, Exchange


def handle(i):
    exchange = Exchange(i)
    HISTORY.append(exchange)
"""


def first_path(app: str, *, workload: str = PLAIN) -> str:
    explained = explanation_of(app, workload=workload)
    text: str = explained["retainers"][0]["text"]
    return text


def test_the_line_comes_with_its_function_and_what_it_costs() -> None:
    sites = explanation_of(APP, history=HISTORY)["allocations"]
    assert {site["frame"]["file"] for site in sites} == {"app.py", "history.py"}
    largest = sites[0]
    assert largest["own"]
    assert largest["frame"] == {
        "file": "history.py",
        "line": 7,
        "function": "__init__",
        "source": 'self.environ = {"wsgi.input": bytearray(50), "number": [i]}',
    }
    assert largest["bytesPerUnit"] > 200
    assert [frame["file"] for frame in largest["traceback"]] == ["workload.py", "app.py", "history.py"]


def test_survivors_are_counted_by_type_and_by_the_slice_they_were_born_in() -> None:
    survivors = {row["type"]: row for row in explanation_of(APP, history=HISTORY)["survivors"]}
    assert survivors["Exchange"] == {"type": "Exchange", "perUnit": 1.0, "count": 512, "cohorts": [64] * 8}


def test_the_first_path_leads_to_where_the_survivors_gather() -> None:
    explained = explanation_of(APP, history=HISTORY)
    first = explained["retainers"][0]
    assert first["root"] == "history.HISTORY"
    assert first["steps"][0] == "history.HISTORY"
    assert first["steps"][1].startswith("[")
    assert first["steps"][2:] == ["Exchange"]
    assert (first["type"], first["count"]) == ("Exchange", 512)
    assert first["text"] == " → ".join(first["steps"])


def test_the_first_path_holds_the_most_bytes_and_says_how_many() -> None:
    app = "SMALL, LARGE = [], []\n\ndef handle(i):\n    SMALL.append([i])\n    LARGE.append([bytes(5_000)])\n"
    explained = explanation_of(app)
    first, second = explained["retainers"][:2]
    assert (first["root"], second["root"]) == ("app.LARGE", "app.SMALL")
    assert first["retainedBytes"] > 512 * 5_000 > second["retainedBytes"] > 512 * 8
    assert explained["notes"] == []


def test_memory_that_tracemalloc_cannot_see_is_said_to_be_out_of_sight() -> None:
    rows = """
import sqlite3

DB = sqlite3.connect(":memory:")
DB.execute("create table seen (text)")

def handle(i):
    DB.execute("insert into seen values (?)", ("x" * 500,))
"""
    explained = explanation_of(rows)
    assert explained["retainers"] == []
    (note,) = explained["notes"]
    assert re.fullmatch(r"About 5\d\d B per request grow out of tracemalloc's sight: .* C extension .*", note)


def test_bytes_that_no_tracked_object_holds_are_said_to_be_bytes() -> None:
    explained = explanation_of("import io\nOUT = io.BytesIO()\n\ndef handle(i):\n    OUT.write(bytes(100))\n")
    assert explained["retainers"] == []
    (note,) = explained["notes"]
    assert note.startswith("No object that the collector tracks holds these bytes: they are text, bytes or memory")


def test_deeper_paths_name_attributes_and_keys() -> None:
    texts = [path["text"] for path in explanation_of(APP, history=HISTORY)["retainers"]]
    assert any(text.endswith("→ Exchange.environ → dict['number'] → list") for text in texts)


@pytest.mark.parametrize(
    ("app", "path"),
    [
        (
            "class Task:\n    seen = []\n\ndef handle(i):\n    Task.seen.append([i])\n",
            "app.Task.seen → [",
        ),
        (
            "def make():\n    seen = []\n    def handle(i):\n        seen.append([i])\n    return handle\n\n"
            "handle = make()\n",
            "app.handle.<locals> cell seen → [",
        ),
        (
            "def handle(i, seen=[]):\n    seen.append([i])\n",
            "app.handle default seen → [",
        ),
        (
            "class Item:\n    pass\n\nSEEN = set()\n\ndef handle(i):\n    SEEN.add(Item())\n",
            "app.SEEN → {…} → Item",
        ),
        (
            "from collections import defaultdict\n\nBY = defaultdict(list)\n\n"
            "def handle(i):\n    BY[f'client-{i}'].append(i)\n",
            "app.BY → ['client-",
        ),
        (
            "class Node:\n    __slots__ = ('inner',)\n    def __init__(self):\n        self.inner = []\n\n"
            "class Store:\n    def __init__(self):\n        self.nodes = []\n\nSTORE = Store()\n\n"
            "def handle(i):\n    STORE.nodes.append(Node())\n",
            "app.STORE → Store.nodes → list[",
        ),
        (
            "from functools import cache\n\nclass Page:\n    pass\n\n@cache\ndef render(i):\n    return Page()\n\n"
            "def handle(i):\n    render(i)\n",
            "app.render → cache → dict[",
        ),
        (
            "ERRORS = []\n\ndef handle(i):\n    payload = [i]\n    try:\n        raise ValueError(i)\n"
            "    except ValueError as error:\n        ERRORS.append(error)\n",
            "app.ERRORS → [",
        ),
    ],
    ids=["class attribute", "closure", "default", "set", "dict", "slots", "cache", "exceptions"],
)
def test_the_path_is_told_in_source_names(app: str, path: str) -> None:
    assert first_path(app).startswith(path)


def test_locals_that_an_exception_pins_are_named_and_no_frame_is_shown() -> None:
    app = (
        "class Payload:\n    pass\n\nERRORS = []\n\ndef handle(i):\n    payload = Payload()\n    try:\n"
        "        raise ValueError(i)\n    except ValueError as error:\n        ERRORS.append(error)\n"
    )
    explained = explanation_of(app)
    texts = [path["text"] for path in explained["retainers"]]
    assert any(text.endswith("→ handle() payload → Payload") for text in texts)
    assert not any("frame" in text for text in texts)


def test_what_a_library_holds_is_named_in_the_library() -> None:
    text = first_path("import logging\n\ndef handle(i):\n    logging.getLogger(f'request-{i}')\n")
    assert text.startswith("logging.")
    assert "loggerDict" in text
    assert "dict['request-" in text
    assert text.endswith("→ Logger")


def test_timers_are_held_by_the_event_loop() -> None:
    app = (
        "import asyncio\n\nclass Reply:\n    def expire(self): pass\n\n"
        "async def handle(i):\n    asyncio.get_running_loop().call_later(1e6, Reply().expire)\n"
    )
    assert first_path(app, workload=ASYNC).startswith("event loop timers → [")


@pytest.mark.parametrize(
    ("app", "kind", "path"),
    [
        ("LINES = []\n\ndef handle(i):\n    LINES.append('line %d' % i)\n", "str", "app.LINES → ["),
        ("IDS = set()\n\ndef handle(i):\n    IDS.add(i + 10**6)\n", "int", "app.IDS → {…} → int"),
        ("SEEN = {}\n\ndef handle(i):\n    SEEN[f'c{i}'] = True\n", "str", "app.SEEN"),
        ("LOG = bytearray()\n\ndef handle(i):\n    LOG.extend(b'x' * 50)\n", "bytearray", "app.LOG → bytearray"),
    ],
    ids=["strings in a list", "numbers in a set", "keys of a dict", "a buffer"],
)
def test_what_the_collector_cannot_see_is_found_by_the_container_that_grows(app: str, kind: str, path: str) -> None:
    explained = explanation_of(app)
    assert explained["survivors"][0]["type"] == kind
    assert explained["retainers"][0]["text"].startswith(path)


def test_a_leak_of_one_in_a_hundred_is_found_by_looking_longer() -> None:
    explained = explanation_of("KEPT = []\n\ndef handle(i):\n    if i % 100 == 0:\n        KEPT.append([i])\n")
    assert explained["retainers"][0]["root"] == "app.KEPT"
    assert explained["allocations"][0]["frame"]["line"] == 5


def test_what_is_replaced_again_and_again_is_no_survivor() -> None:
    explained = explanation_of(
        "class Last:\n    pass\n\nLAST = None\n\ndef handle(i):\n    global LAST\n    LAST = Last()\n"
    )
    assert explained["survivors"] == []
    assert explained["retainers"] == []


def test_a_chain_of_hundreds_is_shortened() -> None:
    text = first_path("HEAD = None\n\ndef handle(i):\n    global HEAD\n    HEAD = [HEAD]\n")
    assert " more … → " in text
    assert text.startswith("app.HEAD → [0] → list[0]")


def test_the_judge_is_never_part_of_the_answer() -> None:
    explained = explanation_of(APP, history=HISTORY)
    assert "leaklab" not in str(explained)
