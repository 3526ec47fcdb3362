"""Why a program grows: the line, the type and who holds it, in the words of its source."""

import re
from textwrap import dedent

import pytest
from programs import ASYNC, PLAIN, explanation_of
from shared import Shared

from leaklab.wire.report import Explanation, Frame, Survivors

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


@pytest.fixture(scope="session")
def explained(shared: Shared) -> Explanation:
    """Of one program that several tests ask about."""
    return shared.once("explained", lambda: explanation_of(APP, history=HISTORY))


def first_path(app: str, *, workload: str = PLAIN) -> str:
    return explanation_of(app, workload=workload).retainers[0].text


def test_the_line_comes_with_its_function_and_what_it_costs(explained: Explanation) -> None:
    sites = explained.allocations
    assert {site.frame.file for site in sites} == {"app.py", "history.py"}
    largest = sites[0]
    assert largest.own
    assert largest.frame == Frame(
        file="history.py",
        line=7,
        function="__init__",
        source='self.environ = {"wsgi.input": bytearray(50), "number": [i]}',
    )
    assert largest.bytes_per_unit > 200
    assert [frame.file for frame in largest.traceback] == ["workload.py", "app.py", "history.py"]


def test_survivors_are_counted_by_type_and_by_the_slice_they_were_born_in(explained: Explanation) -> None:
    survivors = {row.type: row for row in explained.survivors}
    assert survivors["Exchange"] == Survivors(type="Exchange", per_unit=1.0, count=512, cohorts=(64,) * 8)


def test_the_first_path_leads_to_where_the_survivors_gather(explained: Explanation) -> None:
    first = explained.retainers[0]
    assert first.root == "history.HISTORY"
    assert first.steps[0] == "history.HISTORY"
    assert first.steps[1].startswith("[")
    assert first.steps[2:] == ("Exchange",)
    assert (first.type, first.count) == ("Exchange", 512)
    assert first.text == " → ".join(first.steps)


def test_the_line_that_stores_is_told_beside_the_holder_and_is_not_the_one_that_allocates_most(
    explained: Explanation,
) -> None:
    (stored,) = explained.retainers[0].stored
    assert (stored.file, stored.function, stored.source) == ("app.py", "handle", "HISTORY.append(exchange)")
    assert (stored.file, stored.line) != (explained.allocations[0].frame.file, explained.allocations[0].frame.line)


def test_the_first_path_holds_the_most_bytes_and_says_how_many() -> None:
    app = "SMALL, LARGE = [], []\n\ndef handle(i):\n    SMALL.append([i])\n    LARGE.append([bytes(5_000)])\n"
    explained = explanation_of(app)
    first, second = explained.retainers[:2]
    assert (first.root, second.root) == ("app.LARGE", "app.SMALL")
    assert first.retained_bytes > 512 * 5_000 > second.retained_bytes > 512 * 8
    assert explained.notes == ()


def test_memory_that_tracemalloc_cannot_see_is_said_to_be_out_of_sight() -> None:
    rows = """
import sqlite3

DB = sqlite3.connect(":memory:")
DB.execute("create table seen (text)")

def handle(i):
    DB.execute("insert into seen values (?)", ("x" * 500,))
"""
    explained = explanation_of(rows)
    assert explained.retainers == ()
    (note,) = explained.notes
    assert re.fullmatch(r"About 5\d\d B per request grow out of tracemalloc's sight: .* C extension .*", note)


def test_bytes_that_no_tracked_object_holds_are_said_to_be_bytes() -> None:
    explained = explanation_of("import io\nOUT = io.BytesIO()\n\ndef handle(i):\n    OUT.write(bytes(100))\n")
    assert explained.retainers == ()
    (note,) = explained.notes
    assert note.startswith("No object that the collector tracks holds these bytes: they are text or bytes, or")


def test_deeper_paths_name_attributes_and_keys(explained: Explanation) -> None:
    texts = [path.text for path in explained.retainers]
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
    texts = [path.text for path in explained.retainers]
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
    assert explained.survivors[0].type == kind
    assert explained.retainers[0].text.startswith(path)


def test_a_leak_of_one_in_a_hundred_is_found_by_looking_longer() -> None:
    explained = explanation_of("KEPT = []\n\ndef handle(i):\n    if i % 100 == 0:\n        KEPT.append([i])\n")
    assert explained.retainers[0].root == "app.KEPT"
    assert explained.allocations[0].frame.line == 5


def test_what_is_replaced_again_and_again_is_no_survivor() -> None:
    explained = explanation_of(
        "class Last:\n    pass\n\nLAST = None\n\ndef handle(i):\n    global LAST\n    LAST = Last()\n"
    )
    assert explained.survivors == ()
    assert explained.retainers == ()


def test_a_chain_of_hundreds_is_shortened() -> None:
    text = first_path("HEAD = None\n\ndef handle(i):\n    global HEAD\n    HEAD = [HEAD]\n")
    assert " more … → " in text
    assert text.startswith("app.HEAD → [0] → list[0]")


def test_the_judge_is_never_part_of_the_answer(explained: Explanation) -> None:
    assert "leaklab" not in str(explained)


def test_the_unit_number_that_the_load_made_has_neither_row_nor_note() -> None:
    explained = explanation_of("SEEN = []\n\ndef handle(i):\n    SEEN.append(i)\n", size=56)
    assert {site.frame.file for site in explained.allocations} <= {"app.py"}
    assert explained.notes == ()
    assert explained.retainers[0].root == "app.SEEN"


def test_records_that_tracing_itself_makes_are_not_laid_to_c_code() -> None:
    app = (
        "KEPT = {}\nSOURCE = '\\n'.join(f'def f{k}(x):\\n    return [x]\\nv{k} = f{k}({k})' for k in range(6))\n\n"
        "def handle(i):\n    space = {}\n    exec(compile(SOURCE, f'generated_{i}.py', 'exec'), space)\n"
        "    KEPT[i] = space['v0']\n"
    )
    # As nobody has measured how much it grows, it is measured here.
    assert explanation_of(app).notes == ()
    assert explanation_of(app, size=211).notes == ()


@pytest.mark.parametrize(
    "app",
    [
        "ERRORS = []\n\ndef handle(i):\n    try:\n        1 / 0\n    except ZeroDivisionError as error:\n"
        "        ERRORS.append(error)\n",
        "from contextvars import copy_context\n\nKEPT = []\n\ndef handle(i):\n    KEPT.append(copy_context())\n",
        "import tempfile\n\nFILES = []\n\ndef handle(i):\n    if i % 16 == 0:\n"
        "        FILES.append(tempfile.TemporaryFile())\n",
    ],
    ids=["exceptions", "contexts", "files"],
)
def test_what_python_allocated_is_never_laid_to_c_code(app: str) -> None:
    assert not any("C extension" in note for note in explanation_of(app).notes)


CACHE_AND_LEAK = """
from collections import OrderedDict

CACHE, SEEN = OrderedDict(), {}

class Row:
    def __init__(self, i):
        self.cells = [i * k for k in range(20)]

class Key:
    def __init__(self, i):
        self.cells = [i]

def handle(i):
    CACHE[i] = Row(i)
    if len(CACHE) > 600:
        CACHE.popitem(last=False)
    SEEN[i] = Key(i)
"""


def test_a_cache_that_is_full_is_no_holder_and_its_lines_are_no_rows() -> None:
    explained = explanation_of(CACHE_AND_LEAK, units=800, size=420)
    assert {path.root for path in explained.retainers} == {"app.SEEN"}
    assert [row.type for row in explained.survivors if row.type in ("Row", "Key")] == ["Key"]
    assert "self.cells = [i * k for k in range(20)]" not in [site.frame.source for site in explained.allocations]


PAGE = "class Page:\n    def __init__(self, i):\n        self.body = [i, bytes(300)]\n\n"
LEAK = "LEAK = []\n\ndef handle(i):\n    LEAK.append([i])\n"


@pytest.mark.parametrize(
    "bounded",
    [
        "from functools import lru_cache\n\n@lru_cache(maxsize=128)\ndef page(i):\n    return Page(i)\n",
        "from functools import lru_cache\n\n@lru_cache(maxsize=400)\ndef page(i):\n    return Page(i)\n",
        "from collections import deque\n\nRECENT = deque(maxlen=128)\n\ndef page(i):\n    RECENT.append(Page(i))\n",
        "from collections import deque\n\nRECENT = deque(maxlen=400)\n\ndef page(i):\n    RECENT.append(Page(i))\n",
        "RING = [None] * 64\n\ndef page(i):\n    RING[i % 64] = Page(i)\n",
        "CACHE = {}\n\ndef page(i):\n    CACHE[i] = Page(i)\n    if len(CACHE) > 300:\n        CACHE.clear()\n",
        "from importlib import import_module\n\nNAMES = ['csv', 'wave', 'colorsys']\n\n"
        "def page(i):\n    if i % 100 < 3:\n        import_module(NAMES[i % 100])\n",
    ],
    ids=["full lru_cache", "filling lru_cache", "full deque", "filling deque", "ring", "cleared dict", "sys.modules"],
)
def test_what_is_bounded_does_not_stand_beside_a_leak_as_its_holder(bounded: str) -> None:
    explained = explanation_of(f"{PAGE}{bounded}\n{LEAK}    page(i)\n")
    assert {path.root for path in explained.retainers} == {"app.LEAK"}


def test_of_two_leaks_the_larger_line_comes_first() -> None:
    small = "KEPT = []\n\ndef keep(i):\n    KEPT.append([i])\n"
    app = "import small\n\nLARGE = []\n\ndef handle(i):\n    small.keep(i)\n    LARGE.append(bytes(2_000))\n"
    explained = explanation_of(app, small=small)
    assert (explained.allocations[0].frame.file, explained.allocations[0].frame.line) == ("app.py", 7)
    assert explained.retainers[0].root == "app.LARGE"


def test_lines_add_up_to_the_slope_that_the_check_found() -> None:
    explained = explanation_of("SEEN = set()\n\ndef handle(i):\n    SEEN.add(f'key-{i:>12}')\n", units=6_200, size=120)
    (site,) = explained.allocations
    told = site.bytes_per_unit
    assert told == pytest.approx(120, rel=0.3) or "The lines add up to" in explained.notes[0]


def test_what_only_the_looks_of_the_check_leave_behind_is_explained_too() -> None:
    app = "LOOKED = []\n\ndef handle(i):\n    pass\n\ndef look(i):\n    LOOKED.append([i])\n"
    explained = explanation_of(app, check="import app\n\ndef during(i):\n    app.look(i)\n")
    assert explained.retainers[0].root == "app.LOOKED"


@pytest.mark.parametrize(
    ("app", "path"),
    [
        (
            "from contextvars import ContextVar\n\nclass Request:\n    pass\n\n"
            "def handle(i):\n    ContextVar('current').set(Request())\n",
            "current Context → ['current'] → Request",
        ),
        (
            "import sys, types\n\ndef handle(i):\n    module = types.ModuleType(f'made_{i}')\n"
            "    module.table = [i] * 9\n"
            "    sys.modules[module.__name__] = module\n",
            "sys.modules → ['made_",
        ),
        ("class Thing:\n    pass\n\ndef handle(i):\n    globals()[f'thing_{i}'] = Thing()\n", "vars(app) → ['thing_"),
        (
            "class Thing:\n    pass\n\nclass Store:\n    pass\n\nSTORE = Store()\n"
            "STORE.__dict__.update({str(i): i for i in range(40)})\n\n"
            "def handle(i):\n    setattr(STORE, f'thing_{i}', Thing())\n",
            "app.STORE → Store.__dict__['thing_",
        ),
        (
            "import threading\n\nclass Thing:\n    pass\n\nLOCAL = threading.local()\nLOCAL.kept = []\n\n"
            "def handle(i):\n    LOCAL.kept.append(Thing())\n",
            "app.LOCAL → ",
        ),
    ],
    ids=["the context", "modules", "names of a module", "names of an object", "a thread's own"],
)
def test_there_is_one_row_for_a_container_and_not_one_for_each_entry(app: str, path: str) -> None:
    first = explanation_of(app).retainers[0]
    assert first.text.startswith(path)
    assert first.count == 512


def test_locals_of_a_function_that_runs_in_a_thread_are_roots() -> None:
    app = (
        "import threading\n\nclass Thing:\n    pass\n\nto_do, done = [], threading.Event()\n\n"
        "def work():\n    mine = []\n    to_do.append(mine.append)\n    done.wait()\n\n"
        "threading.Thread(target=work, name='worker', daemon=True).start()\nwhile not to_do:\n    pass\n"
        "give = to_do.pop()\n\ndef handle(i):\n    give(Thing())\n"
    )
    assert "work() mine → [" in first_path(
        app.replace("give = to_do.pop()", "import builtins\nbuiltins.give = to_do.pop()")
    )


def test_where_no_holder_is_found_it_says_so() -> None:
    app = (
        "import ctypes\n\nclass Thing:\n    pass\n\n"
        "def handle(i):\n    thing = Thing()\n    ctypes.pythonapi.Py_IncRef(ctypes.py_object(thing))\n"
    )
    explained = explanation_of(app)
    assert [row.type for row in explained.survivors] == ["Thing"]
    assert explained.retainers == ()
    assert any(note.startswith("No name, frame or container that Python can look into") for note in explained.notes)


def test_what_is_kept_is_told_with_lines_types_and_holders() -> None:
    app = (
        "from collections import deque\n\nclass View:\n    def __init__(self):\n"
        "        self.data = bytearray(20_000)\n\n"
        "VIEWS = deque(maxlen=300)\nOLD = [[i] for i in range(2_000)]\n\ndef handle(i):\n    VIEWS.append(View())\n"
    )
    explained = explanation_of(app, about="kept", units=3_200, size=6_000_000)
    assert explained.about == "kept"
    first = explained.allocations[0]
    assert (first.frame.line, first.own) == (5, True)
    assert first.bytes > 0.7 * 6_000_000
    assert explained.retainers[0].text.startswith("app.VIEWS → [")
    assert explained.survivors[0].type == "View"
    assert "app.OLD" not in {path.root for path in explained.retainers}


def test_what_keeps_much_in_each_unit_is_explained_from_few_units() -> None:
    app = "KEPT = []\n\ndef handle(i):\n    KEPT.append(bytes(60_000))\n"
    explained = explanation_of(app, units=400, size=60_000)
    # Eight slices of seventeen: what they keep is as much as an explanation may.
    assert explained.units == 8 * 17
    assert explained.retainers[0].root == "app.KEPT"
    assert explained.allocations[0].frame.source == "KEPT.append(bytes(60_000))"


def test_a_program_that_ends_while_it_is_explained_leaves_a_note() -> None:
    explained = explanation_of("def handle(i):\n    1 // (700 - i)\n")
    assert explained.retainers == ()
    assert explained.notes == (
        "It could not be explained, for the program came to another end: "
        "Crashed after 700 requests: ZeroDivisionError: integer division or modulo by zero",
    )


BUSY = """
SEEN = []

def deep(depth):
    return deep(depth - 1) if depth else sum(len([number]) for number in range(60_000))

def handle(i):
    deep(12)
    SEEN.append([i])
"""
# A million objects, and units that take next to nothing.
HUGE = "TABLE = [[number] for number in range(1_000_000)]\nSEEN = []\n\ndef handle(i):\n    SEEN.append([i])\n"


def test_units_that_tracing_slows_are_explained_in_the_time_that_there_is() -> None:
    explained = explanation_of(BUSY, units=1_600, seconds=30)
    assert explained.retainers[0].root == "app.SEEN"
    assert explained.allocations[0].frame.source == "SEEN.append([i])"
    (note,) = explained.notes
    assert re.fullmatch(r"The time allowed to trace only \d+ requests? for the lines; --within gives it longer\.", note)


def test_a_heap_too_large_to_be_looked_through_in_the_time_leaves_the_lines() -> None:
    explained = explanation_of(HUGE, units=1_600, seconds=6)
    assert explained.allocations[0].frame.source == "SEEN.append([i])"
    assert (explained.survivors, explained.retainers) == ((), ())
    (note,) = explained.notes
    assert note.endswith("for the lines, and none to look for types and holders; --within gives it longer.")


def test_what_is_kept_is_told_in_the_time_that_there_is() -> None:
    explained = explanation_of(BUSY, units=12_800, about="kept", size=10_000_000, seconds=30)
    assert explained.retainers[0].root == "app.SEEN"
    assert explained.allocations[0].frame.source == "SEEN.append([i])"
    assert explained.units < 12_800


TRACING = """
import tracemalloc

KEPT = []


def handle(i):
    if not tracemalloc.is_tracing():
        tracemalloc.start()
    KEPT.append([tracemalloc.get_traced_memory()])
    if i % 3 == 0:
        tracemalloc.clear_traces()
    if i % 5 == 0:
        tracemalloc.stop()
"""


def test_a_program_that_traces_by_itself_is_explained_all_the_same() -> None:
    explanation = explanation_of(TRACING)
    assert explanation.retainers[0].text.startswith("app.KEPT")
    assert explanation.allocations[0].frame.source == "KEPT.append([tracemalloc.get_traced_memory()])"


def test_what_a_program_has_traced_before_it_is_explained_is_still_there() -> None:
    app = """
        import tracemalloc

        tracemalloc.start()
        FIRST = bytearray(1_000)
        KEPT = []


        def handle(i):
            assert tracemalloc.is_tracing(), "The program has not stopped it."
            assert tracemalloc.get_object_traceback(FIRST) is not None, "What it has traced is gone."
            KEPT.append([i])
    """
    explanation = explanation_of(dedent(app))
    assert explanation.retainers[0].text.startswith("app.KEPT")


def test_of_snapshots_that_are_kept_it_is_said_that_they_are_out_of_sight() -> None:
    app = """
        import tracemalloc

        KEPT = []


        def handle(i):
            if not tracemalloc.is_tracing():
                tracemalloc.start()
            if i % 8 == 0:
                KEPT.append(tracemalloc.take_snapshot())
    """
    explanation = explanation_of(dedent(app), size=8_000)
    assert explanation.retainers[0].text.startswith("app.KEPT")
    assert explanation.retainers[0].type == "Snapshot"
    (note,) = explanation.notes
    assert note.startswith("The lines add up to "), note
    assert note.endswith(": what tracemalloc makes for a snapshot or keeps for itself, it does not trace."), note
