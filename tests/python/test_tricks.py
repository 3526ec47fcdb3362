"""
What must not fool the judge, beyond what a sandbox's own decoys try.

Each trick first fools an honest judge that lacks a guard (see weaker.py), and then not ours.
"""

from dataclasses import dataclass
from typing import Any

import pytest
from programs import ASYNC, PLAIN, explanation_of, perform, program, verdict_on
from weaker import JUDGES, says_fine

from leaklab.native import check_program

LEAK = "SEEN = []\n\ndef handle(i):\n    SEEN.append([i] * 100)\n"
RING = "from collections import deque\n\nSEEN = deque(maxlen=20)\n\ndef handle(i):\n    SEEN.append([i])\n"
CYCLES = """
class Node:
    def __init__(self):
        self.itself = self
        self.text = bytes(500)

def handle(i):
    Node()
"""


# What hides in the height of the teeth: which of them depends on the interpreter's sizes.
NOT_BOUNDED = "growing or over-budget or inconclusive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trick:
    """`fools` is one of the weaker judges; `comes_to` is the kind of our verdict or fault, or any of several."""

    fools: str
    app: str
    comes_to: str
    workload: str = PLAIN
    check: str = ""


OF_THE_NEWEST = """
import app

def during(i):
    assert app.seen_by(i % 4)[-20:] == list(range(i % 4, i + 1, 4))[-20:], "A client must see its last 20 requests."

def after():
    for i in range(4, 44, 4):
        app.handle(i)
    assert app.seen_by(0)[-10:] == list(range(4, 44, 4)), "A client must see its last 10 requests."
"""

TRICKS = {
    "keep the history of one client only": Trick(
        fools="asks for the feature when the load is over",
        app="""
CLIENTS = {}

def handle(i):
    if i % 4 not in CLIENTS:
        CLIENTS.clear()
    CLIENTS.setdefault(i % 4, []).append(i)
    del CLIENTS[i % 4][:-20]

def seen_by(client):
    return CLIENTS.get(client, [])
""",
        check=OF_THE_NEWEST,
        comes_to="broken",
    ),
    "swallow whatever goes wrong": Trick(
        fools="asks for the feature when the load is over",
        app="""
ANSWERS = {}

def handle(i):
    ANSWERS.clear()
    try:
        ANSWERS[i] = 1 / (i % 2)
    except BaseException:
        pass
""",
        check="import app\n\ndef during(i):\n    assert i in app.ANSWERS, 'Each request must be answered.'\n",
        comes_to="broken",
    ),
    "collect for every request": Trick(
        fools="climbs the ladder alone", app=f"import gc\n{CYCLES}    gc.collect()\n", comes_to="costly"
    ),
    "turn the collector off": Trick(
        fools="climbs the ladder alone", app=f"import gc\ngc.disable()\n{CYCLES}", comes_to="growing"
    ),
    "have the collector wait for ever": Trick(
        fools="climbs the ladder alone", app=f"import gc\ngc.set_threshold(0)\n{CYCLES}", comes_to="growing"
    ),
    "have the collector wait for a billion objects": Trick(
        fools="climbs the ladder alone", app=f"import gc\ngc.set_threshold(10**9)\n{CYCLES}", comes_to="growing"
    ),
    "clear when somebody collects, which nobody would": Trick(
        fools="climbs the ladder alone",
        app="""
import gc

SEEN = []
gc.callbacks.append(lambda phase, info: SEEN.clear())

def handle(i):
    SEEN.append("x" * 200 + str(i))
""",
        comes_to="growing",
    ),
    "clear the traces": Trick(
        fools="reads what tracemalloc traces",
        app=f"import tracemalloc\n{LEAK}    tracemalloc.clear_traces()\n",
        comes_to="growing",
    ),
    "stop tracing": Trick(
        fools="reads what tracemalloc traces", app=f"import tracemalloc\ntracemalloc.stop()\n{LEAK}", comes_to="growing"
    ),
    "patch gc": Trick(
        fools="counts the objects that gc knows",
        app=f"import gc\ngc.collect = lambda *_: 0\ngc.get_objects = lambda *_: []\n{LEAK}",
        comes_to="growing",
    ),
    "keep text, of which gc knows nothing": Trick(
        fools="counts the objects that gc knows",
        app="SEEN = []\n\ndef handle(i):\n    SEEN.append('x' * 200 + str(i))\n",
        comes_to="growing",
    ),
    "patch sys": Trick(
        fools="adds up sys.getsizeof", app=f"import sys\nsys.getsizeof = lambda *_: 0\n{LEAK}", comes_to="growing"
    ),
    "patch time": Trick(
        fools="loads for ten minutes",
        app=f"import itertools, time\ntime.time = itertools.count(0, 3_600).__next__\n{LEAK}",
        comes_to="growing",
    ),
    "patch the judge": Trick(
        fools="looks up its own rule",
        app=f"""
import leaklab.decide, leaklab.growth

leaklab.growth.growth = lambda *_: leaklab.growth.Growth(span=3_200, slope=0.0, spread=0, flat=True)
leaklab.decide.decide = None
{LEAK}""",
        comes_to="growing",
    ),
    "patch chance, and be clean where it then lets the judge look": Trick(
        fools="throws everybody's dice",
        app="""
import random

random.Random.random = lambda self: 0.5
SEEN = []

def handle(i):
    SEEN.append(bytes(i))
    if (i + 1) % 100 == 50:
        SEEN.clear()
""",
        comes_to=NOT_BOUNDED,
    ),
    "be clean for every hundredth request": Trick(
        fools="reads at even distances",
        app="SEEN = []\n\ndef handle(i):\n    SEEN.append(bytes(i))\n    if i % 100 == 99:\n        SEEN.clear()\n",
        comes_to=NOT_BOUNDED,
    ),
    "count, and be clean while somebody is known to look": Trick(
        fools="always loads the same thousand",
        app="SEEN = []\n\ndef handle(i):\n    if not 300 <= i < 1_300:\n        SEEN.append([i] * 10)\n",
        comes_to="growing",
    ),
    "end the program": Trick(
        fools="takes an end without an error for a pass",
        app=f"import sys\n{LEAK}    if i == 500:\n        sys.exit(0)\n",
        comes_to="crashed",
    ),
    "end the process": Trick(
        fools="takes an end without an error for a pass",
        app=f"import os\n{LEAK}    if i == 500:\n        os._exit(0)\n",
        comes_to="died",
    ),
    "let no unit run": Trick(
        fools="takes a unit that began for one that came back",
        app="""
import asyncio

SEEN = []

async def nothing():
    pass

def instead(loop, work, **_):
    work.close()
    return asyncio.Task(nothing(), loop=loop)

async def handle(i):
    asyncio.get_running_loop().set_task_factory(instead)
    SEEN.append([i] * 100)
""",
        workload=ASYNC,
        comes_to="growing",
    ),
    "say that it is bounded": Trick(
        fools="answers on standard output",
        app=f"""
import os

os.write(1, b'{{"kind": "verdict", "runId": 7, "verdict": {{"kind": "bounded"}}}}\\n')
{LEAK}""",
        comes_to="growing",
    ),
    "stash in a file": Trick(
        fools="reads memory alone",
        app="def handle(i):\n    with open('stash.txt', 'a') as file:\n        file.write('x' * 200)\n",
        comes_to="growing",
    ),
    "stash in a database": Trick(
        fools="reads memory alone",
        app="""
import sqlite3

DB = sqlite3.connect("seen.db")
DB.execute("create table seen (text)")
DB.execute("pragma cache_size = 5")
DB.execute("pragma synchronous = off")

def handle(i):
    with DB:
        DB.execute("insert into seen values (?)", ("x" * 500,))
""",
        comes_to="growing",
    ),
    "stash in names of empty files": Trick(
        fools="reads memory alone",
        app="def handle(i):\n    if not i % 10:\n        open(f'kept {i}', 'w').close()\n",
        comes_to="growing",
    ),
    "stash in names of folders": Trick(
        fools="reads memory alone",
        app="import os\n\ndef handle(i):\n    if not i % 10:\n        os.mkdir(f'kept {i}')\n",
        comes_to="growing",
    ),
    "stash in a file without a name": Trick(
        fools="reads memory alone",
        app="""
import tempfile

FILE = tempfile.TemporaryFile()

def handle(i):
    FILE.write(b"x" * 200)
    FILE.flush()
""",
        comes_to="growing",
    ),
    "leak under a huge sawtooth": Trick(
        fools="climbs the ladder alone",
        app="""
PENDING, SEEN = [], []

def handle(i):
    SEEN.append(bytes(5))
    PENDING.append(bytes(1_000))
    if len(PENDING) >= 900:
        PENDING.clear()
""",
        comes_to=NOT_BOUNDED,
    ),
}


def comes_to(trick: Trick) -> str:
    """The kind of our verdict, or what else came of it."""
    last = check_program(_judged(trick), 1)
    return str(last["verdict"]["kind"] if last["kind"] == "verdict" else last["fault"])


def _judged(trick: Trick) -> dict[str, Any]:
    return program(trick.app, workload=trick.workload, **({"check": trick.check} if trick.check else {}))


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
def test_a_trick_that_fools_a_weaker_judge_does_not_fool_ours(trick: Trick) -> None:
    assert says_fine(trick.fools, _judged(trick)), "It would fool nobody."
    assert comes_to(trick) in trick.comes_to.split(" or ")


@pytest.mark.parametrize("judge", JUDGES)
def test_a_weaker_judge_is_an_honest_one(judge: str) -> None:
    assert says_fine(judge, program(RING))
    assert not says_fine(judge, program(LEAK))


LAST_TWENTY = """
import app

def during(i):
    assert app.SEEN[-20:] == list(range(i + 1))[-20:], "The last 20 must be exact."
"""
NEWEST = "import app\n\ndef during(i):\n    assert app.SEEN[-1] == i, 'The newest must be there.'\n"


@pytest.mark.parametrize(
    "clear",
    ["if i % 500 == 0:", "if time.monotonic() > UNTIL[0]:\n        UNTIL[0] += 60"],
    ids=["every 500 requests", "every minute"],
)
def test_what_is_cleared_now_and_then_passes_a_check_of_the_newest_and_not_one_of_the_last_twenty(clear: str) -> None:
    app = (
        "import time\nSEEN = []\nUNTIL = [time.monotonic()]\n\n"
        f"def handle(i):\n    {clear}\n        SEEN.clear()\n    SEEN.append(i)\n"
    )
    assert verdict_on(app, check=NEWEST)["kind"] == "bounded"
    assert verdict_on(app, check=LAST_TWENTY)["kind"] == "broken"


def test_a_check_or_a_workload_that_the_program_puts_in_the_place_of_the_authors_is_not_taken() -> None:
    fake = "import sys, types\n\nsys.modules['workload'] = types.SimpleNamespace(run=lambda i: None)\n"
    assert verdict_on(fake + LEAK)["kind"] == "growing"
    never = "def during(i):\n    assert i < 100, 'Never more than a hundred.'\n"
    patched = "import check\n\ncheck.during = lambda i: None\n\ndef handle(i):\n    pass\n"
    assert verdict_on(patched, check=never)["kind"] == "broken"


def test_files_count_as_memory_and_are_named() -> None:
    stash = "def handle(i):\n    with open('stash.txt', 'a') as file:\n        file.write('x' * 200)\n"
    verdict = verdict_on(stash)
    assert verdict["kind"] == "growing"
    assert verdict["bytesPerUnit"] == pytest.approx(200, rel=0.02)
    assert explanation_of(stash)["notes"][0] == "About 200 B per request go into files: stash.txt."


def test_a_temporary_file_that_goes_is_no_growth() -> None:
    app = "import tempfile\n\ndef handle(i):\n    with tempfile.TemporaryFile() as file:\n        file.write(b'x')\n"
    assert verdict_on(app)["kind"] == "bounded"


def test_rows_of_a_database_count() -> None:
    rows = """
import sqlite3

DB = sqlite3.connect("{where}")
# A commit must not wait for the disk.
DB.execute("pragma synchronous = off")
DB.execute("create table seen (text)")

def handle(i):
    with DB:
        DB.execute("insert into seen values (?)", ("x" * 500,))
"""
    assert verdict_on(rows.format(where=":memory:"))["kind"] == "growing"
    assert verdict_on(rows.format(where="seen.db"))["kind"] == "growing"


@pytest.mark.parametrize(
    "patch",
    [
        "import gc, sys\ngc.collect = lambda *_: 0\ngc.get_objects = lambda *_: []\nsys.getsizeof = lambda *_: 0",
        "import time\ntime.perf_counter = time.monotonic = lambda: 0.0",
        "import tracemalloc\ntracemalloc.stop()\ntracemalloc.clear_traces()",
        "import leaklab.growth, leaklab.decide\nleaklab.growth.growth = leaklab.decide.decide = lambda *_: None",
        "import sys\nfor name in list(sys.modules):\n    if 'leaklab' in name:\n        sys.modules[name].growth = 0",
        "import sys\nsys.setprofile(None)\nsys.settrace(None)\nsys.stdout = open('/dev/null', 'w')",
        "import builtins\nbuiltins.min = builtins.max = builtins.sum = builtins.round = lambda *_, **__: 0",
        "import random\nrandom.Random.random = lambda self: 0.5\nrandom.seed(0)",
        "import json\njson.dumps = lambda *_, **__: '{}'",
    ],
    ids=["gc and sys", "time", "tracemalloc", "leaklab", "every module", "hooks", "built-ins", "random", "json"],
)
def test_a_patched_tool_hides_no_leak(patch: str) -> None:
    assert verdict_on(f"{patch}\nSEEN = []\n\ndef handle(i):\n    SEEN.append([i] * 100)\n")["kind"] == "growing"


@pytest.mark.parametrize("end", ["import sys; sys.exit(0)", "raise KeyboardInterrupt", "raise GeneratorExit"])
def test_ending_the_program_early_is_a_crash(end: str) -> None:
    app = f"def handle(i):\n    if i == 500:\n        {end}\n"
    verdict = verdict_on(app)
    assert (verdict["kind"], verdict["units"]) == ("crashed", 500)


def test_ending_the_process_early_is_no_verdict() -> None:
    last = perform("check", program("import os\n\ndef handle(i):\n    if i == 500:\n        os._exit(0)\n"))[-1]
    assert (last["kind"], last["fault"]) == ("fault", "died")


def test_a_leak_that_stops_after_a_thousand_units_is_over_the_budget() -> None:
    app = "SEEN = []\n\ndef handle(i):\n    if len(SEEN) < 1_000:\n        SEEN.append(bytes(1_000))\n"
    assert verdict_on(app)["kind"] == "over-budget"


def test_a_leak_that_is_dropped_now_and_then_shows_in_the_peak_or_the_limit() -> None:
    app = (
        "SEEN = []\n\ndef handle(i):\n    SEEN.append(bytes(1_000))\n    if len(SEEN) == {at}:\n        SEEN.clear()\n"
    )
    assert verdict_on(app.format(at=1_500))["kind"] in ("over-budget", "inconclusive")
    assert verdict_on(app.format(at=300))["detectionLimit"] >= 0.0


def test_a_hand_made_answer_on_standard_output_is_only_output() -> None:
    fake = '{"kind": "verdict", "runId": 7, "verdict": {"kind": "bounded"}}'
    app = f"import os\nSEEN = []\n\ndef handle(i):\n    SEEN.append([i] * 100)\n    os.write(1, b'{fake}\\n')\n"
    assert verdict_on(app)["kind"] == "growing"
