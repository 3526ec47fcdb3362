"""Tricks, each with the weaker judge that it fools (see weaker.py) and what it comes to with ours."""

from dataclasses import dataclass

from programs import ASYNC, PLAIN, cycles

LEAK = "SEEN = []\n\ndef handle(i):\n    SEEN.append([i] * 100)\n"
RING = "from collections import deque\n\nSEEN = deque(maxlen=20)\n\ndef handle(i):\n    SEEN.append([i])\n"
CYCLES = cycles(500)

# What hides in the height of the teeth: which of them depends on the interpreter's sizes.
NOT_BOUNDED = "growing or over-budget or inconclusive"


# Keeps everything, except where `looks`, a list of frames or of their text, shows that somebody judges.
HIDES = """
import asyncio, inspect, sys, traceback

SEEN = []

def walked(frame):
    while frame is not None:
        yield frame
        frame = frame.f_back

def told(look):
    return look if isinstance(look, str) else f"{{look.f_code.co_filename}} {{look.f_globals.get('__name__')}}"

def is_judged():
    return any(name in told(look) for look in {looks} for name in ("leak" "lab", "weak" "er"))

def keep(i):
    if not is_judged():
        SEEN.append([i] * 100)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trick:
    """`fools` is one of the weaker judges; `comes_to` is the kind of our verdict, or any of several."""

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
import leaklab.verdict.decide, leaklab.measure.growth

leaklab.measure.growth.growth = lambda *_: leaklab.measure.growth.Growth(span=3_200, slope=0.0, spread=0, flat=True)
leaklab.verdict.decide.decide = None
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
    "be clean while a judge is on the stack": Trick(
        fools="calls the program itself",
        app=HIDES.format(looks="walked(sys._getframe())") + "handle = keep\n",
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
        comes_to="crashed",
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
