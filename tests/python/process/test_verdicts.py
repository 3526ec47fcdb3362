"""Whole programs, each in a child process with its own meter: what they are judged to be."""

from itertools import groupby

import pytest
from programs import (
    ASYNC,
    DEQUE,
    LIST_OF_DICTS,
    PLAIN,
    SAWTOOTH,
    TOO_HIGH_A_SAWTOOTH,
    carried_out,
    judged_as,
    one_check_of,
    printed,
    program,
    verdict_on,
)

from leaklab.wire.report import (
    Bounded,
    Broken,
    Crashed,
    Frame,
    Growing,
    Inconclusive,
    NextCheck,
    NextExplain,
    OverBudget,
)
from leaklab.wire.signals import Fault, Metered, Observed, Phased

TEXT_ONLY = """
NAMES = {}

def handle(i):
    NAMES[f"client-{i}"] = True
"""

ONE_IN_A_HUNDRED = """
FAILED = []

def handle(i):
    if i % 100 == 0:
        FAILED.append(["order", i, "x" * 500 + str(i)])
"""

TASK_SET = """
import asyncio

RUNNING = set()

async def work():
    await asyncio.sleep(2)

async def handle(i):
    RUNNING.add(asyncio.create_task(work()))
    await asyncio.sleep(0.05)
"""

LRU = """
from functools import lru_cache

@lru_cache(maxsize=200)
def render(key):
    return [key] * 10

def handle(i):
    render(i)
"""

FILLING = """
from collections import OrderedDict

CACHE = OrderedDict()

def handle(i):
    CACHE[i] = str(i)
    if len(CACHE) > 700:
        CACHE.popitem(last=False)
"""

TTL_OF_A_DAY = """
import time

SEEN = {}

def handle(i):
    now = time.time()
    SEEN[i % 50] = now + 86_400
    for key in [key for key, until in SEEN.items() if until < now]:
        del SEEN[key]
    time.sleep(3_600)
"""

CYCLES = """
class Node:
    def __init__(self):
        self.self = self

def handle(i):
    Node()
"""

DISCARDED_TASKS = """
import asyncio

RUNNING = set()

async def work():
    await asyncio.sleep(2)

async def handle(i):
    task = asyncio.create_task(work())
    RUNNING.add(task)
    task.add_done_callback(RUNNING.discard)
    await asyncio.sleep(0.05)
"""

TIMEOUTS = """
import asyncio

async def handle(i):
    try:
        await asyncio.wait_for(asyncio.sleep(5 if i % 5 == 0 else 0.01), timeout=1)
    except TimeoutError:
        pass
"""

FLASK = """
import flask

app = flask.Flask(__name__)

@app.get("/orders/<int:number>")
def order(number):
    if number % 7 == 0:
        flask.abort(404)
    return flask.jsonify(number=number, query=flask.request.args.get("q"))

client = app.test_client()

def handle(i):
    client.get(f"/orders/{i % 500}?q={i}")
"""


@pytest.mark.parametrize(
    ("app", "workload", "bytes_per_unit"),
    [
        (LIST_OF_DICTS, PLAIN, 260),
        (TEXT_ONLY, PLAIN, 150),
        (ONE_IN_A_HUNDRED, PLAIN, 7),
        (TASK_SET, ASYNC, 700),
    ],
    ids=["dicts in a list", "nothing but text", "one request in a hundred", "tasks in a set"],
)
def test_a_leak_is_growing(app: str, workload: str, bytes_per_unit: int) -> None:
    verdict = judged_as(Growing, app, workload=workload)
    assert 0.5 * bytes_per_unit < verdict.bytes_per_unit < 2 * bytes_per_unit
    asked = verdict.next
    assert isinstance(asked, NextExplain)
    assert (asked.about, asked.units) == ("growth", verdict.units - verdict.rungs[-1].units)
    assert asked.bytes == pytest.approx(verdict.bytes_per_unit, abs=0.001)
    assert verdict.seconds_to_limit == round(verdict.units_to_limit / 20)


@pytest.mark.parametrize(
    ("app", "workload"),
    [
        (LRU, PLAIN),
        (DEQUE, PLAIN),
        (SAWTOOTH, PLAIN),
        (FILLING, PLAIN),
        (TTL_OF_A_DAY, PLAIN),
        (CYCLES, PLAIN),
        (DISCARDED_TASKS, ASYNC),
        (TIMEOUTS, ASYNC),
        (FLASK, PLAIN),
    ],
    ids=["lru cache", "deque", "sawtooth", "filling cache", "day's TTL", "cycles", "tasks", "timeouts", "Flask"],
)
def test_what_holds_no_more_than_it_needs_is_bounded(app: str, workload: str) -> None:
    verdict = judged_as(Bounded, app, workload=workload)
    assert verdict.units >= 3_200
    assert verdict.detection_limit <= verdict.sensitivity
    assert verdict.next is None


def test_other_seeds_come_to_the_same_verdict() -> None:
    kinds = {(verdict_on(LRU, seed=seed).kind, verdict_on(TEXT_ONLY, seed=seed).kind) for seed in (2, 3)}
    assert kinds == {("bounded", "growing")}


def test_the_same_seed_loads_the_same_way_and_another_does_not() -> None:
    app = "import random, time\n\ndef handle(i):\n    print(i, random.random(), time.time())\n"
    first, again, other = (printed(carried_out("observe", program(app), seed=seed, units=50)) for seed in (4, 4, 5))
    assert first == again
    assert first != other


def test_what_is_bounded_but_large_is_over_budget() -> None:
    verdict = judged_as(OverBudget, DEQUE.replace("maxlen=20", "maxlen=300").replace('{"id": i}', "bytes(2_000)"))
    assert verdict.retained_bytes > 400_000


def test_growth_far_above_the_budget_is_not_climbed_to_the_cap() -> None:
    verdict = judged_as(Growing, LIST_OF_DICTS.replace('{"id": i}', "bytes(5_000)"))
    assert verdict.units < 1_600


def test_what_cannot_be_told_is_tried_once_more_with_another_seed_and_twice_the_cap() -> None:
    huge = program(TOO_HIGH_A_SAWTOOTH)
    first = one_check_of(huge)
    assert isinstance(first, Inconclusive)
    assert first.because.startswith("a sawtooth of 6")
    assert first.next == NextCheck(seed=2, cap=25_600, agreed=0)
    again = one_check_of(huge, seed=2, cap=25_600)
    assert again.kind == "inconclusive"
    assert again.next is None


def test_a_lost_feature_is_broken_in_the_words_of_the_check() -> None:
    check = "import app\n\n\ndef during(i):\n    assert len(app.RECENT) >= 20 or i < 20, 'The last 20 must be kept.'\n"
    verdict = judged_as(Broken, DEQUE.replace("maxlen=20", "maxlen=5"), check=check)
    assert verdict.expectation == "The last 20 must be kept."
    assert verdict.phase == "during"
    assert verdict.units == 21


@pytest.mark.parametrize("phase", ["before", "after"])
def test_a_check_may_look_before_and_after_the_load(phase: str) -> None:
    check = f"def {phase}():\n    raise AssertionError('It must be so.')\n"
    verdict = judged_as(Broken, DEQUE, check=check)
    assert (verdict.phase, verdict.expectation) == (phase, "It must be so.")


def test_a_bare_assert_is_told_by_its_line() -> None:
    verdict = judged_as(Broken, DEQUE, check="def before():\n    assert 1 + 1 == 3\n")
    assert verdict.expectation == "assert 1 + 1 == 3"


def test_an_async_check_is_awaited() -> None:
    check = "async def during(i):\n    assert i < 100, 'Never more than a hundred.'\n"
    verdict = judged_as(Broken, DISCARDED_TASKS, workload=ASYNC, check=check)
    assert verdict.expectation == "Never more than a hundred."


def test_an_exception_under_load_is_a_crash_told_in_the_learners_files() -> None:
    verdict = judged_as(Crashed, "def handle(i):\n    if i == 40:\n        {}['missing']\n")
    assert verdict.sentence == "Crashed after 40 requests: KeyError: 'missing'"
    assert verdict.lead == "Crashed after 40 requests:"
    assert (verdict.phase, verdict.units) == ("warm-up", 40)
    assert verdict.error.frames == (Frame(file="app.py", line=3, function="handle", source="{}['missing']"),)
    assert "workload.py" not in verdict.error.traceback
    assert 'File "app.py", line 3, in handle' in verdict.error.traceback


SHOP = """
from collections import deque

import flask

app = flask.Flask(__name__)
ERRORS = deque(maxlen=40)

@app.get("/errors")
def errors():
    return {"errors": ERRORS[-20:]}

@app.get("/<int:i>")
def handle(i):
    ERRORS.append(i)
    if i % 2:
        flask.abort(404)
    return {}
"""
SHOP_WORKLOAD = "from app import app\n\nCLIENT = app.test_client()\n\ndef run(i):\n    CLIENT.get(f'/{i}')\n"
ANSWERS = "assert CLIENT.get('/errors').status_code == 200, 'The page of errors must still be there.'"
TYPE_ERROR = "sequence index must be integer, not 'slice'"


@pytest.mark.parametrize("part", ["before()", "during(i)", "after()"])
def test_the_exception_that_a_service_answered_500_for_comes_first(part: str) -> None:
    check = f"from workload import CLIENT\n\ndef {part}:\n    {ANSWERS}\n"
    verdict = judged_as(Broken, SHOP, workload=SHOP_WORKLOAD, check=check)
    assert verdict.headline == f"Broken: TypeError in app.py, line 11: {TYPE_ERROR}."
    assert verdict.detail == verdict.expectation == "The page of errors must still be there."
    assert verdict.sentence == f"{verdict.headline} {verdict.detail}"
    assert (verdict.error.type, verdict.error.frames[-1].line) == ("TypeError", 11)


def test_so_does_one_that_the_check_caught() -> None:
    check = (
        "import app\n\ndef during(i):\n    try:\n        app.newest()\n    except Exception:\n"
        "        raise AssertionError('The newest must be shown.')\n"
    )
    app = f"{DEQUE}\ndef newest():\n    return RECENT[-3:]\n"
    verdict = judged_as(Broken, app, check=check)
    assert verdict.sentence.startswith(f"Broken: TypeError in app.py, line 10: {TYPE_ERROR}. The newest")


def test_what_a_service_answers_by_an_exception_on_purpose_is_no_cause() -> None:
    check = "def during(i):\n    assert i < 20, 'Twenty must be kept.'\n"
    verdict = judged_as(Broken, SHOP, workload=SHOP_WORKLOAD, check=check)
    assert (verdict.sentence, verdict.detail) == ("Broken: Twenty must be kept.", "")


def test_an_exception_at_import_is_a_crash() -> None:
    verdict = judged_as(Crashed, "1 / 0\n")
    assert verdict.phase == "import"
    assert verdict.sentence == "Crashed while the program was imported: ZeroDivisionError: division by zero"


def test_a_syntax_error_names_file_and_line_and_points_at_the_place() -> None:
    verdict = judged_as(Crashed, "x = 1\ndef handle(i)\n    pass\n")
    assert verdict.sentence == ("Crashed while the program was imported: SyntaxError in app.py, line 2: expected ':'")
    assert verdict.error.frames == (Frame(file="app.py", line=2, function="<module>", source="def handle(i)"),)
    assert "    def handle(i)\n                 ^" in verdict.error.traceback


def test_a_package_that_is_not_there_is_named() -> None:
    verdict = judged_as(Crashed, "import no_such_package\n")
    assert verdict.headline == "`no_such_package` is not available in this sandbox."
    assert verdict.sentence == f"{verdict.headline} {verdict.detail}".strip()


@pytest.mark.parametrize(
    ("app", "workload", "sentence"),
    [
        ("", "from app import handle\nrun = handle\n", "workload.py needs `handle` in app.py, and it is not there."),
        ("", "import app\ndef run(i): app.handle(i)\n", "workload.py needs `handle` in app.py, and it is not there."),
        (
            "class Shop:\n    pass\n",
            "from app import Shop\ndef run(i): Shop().sell(i)\n",
            "workload.py needs `Shop.sell` in app.py, and it is not there.",
        ),
    ],
    ids=["imported", "called", "a method"],
)
def test_a_deleted_function_is_named(app: str, workload: str, sentence: str) -> None:
    verdict = verdict_on(app, workload=workload)
    assert (verdict.kind, verdict.sentence) == ("crashed", sentence)


@pytest.mark.parametrize(
    "ending", ["raise SystemExit(0)", "import sys; sys.exit()", "raise KeyboardInterrupt", "raise BaseException"]
)
def test_a_program_that_ends_itself_does_not_pass(ending: str) -> None:
    assert verdict_on(f"def handle(i):\n    {ending}\n").kind == "crashed"


def test_a_background_task_that_ends_the_program_does_not_pass() -> None:
    app = """
import asyncio

async def stop():
    raise SystemExit

async def handle(i):
    asyncio.create_task(stop())
    await asyncio.sleep(1)
"""
    verdict = verdict_on(app, workload=ASYNC)
    assert verdict.kind == "crashed"


def test_a_dead_interpreter_is_a_fault_and_judged_a_crash() -> None:
    app = "import os\ndef handle(i):\n    if i == 300:\n        os._exit(3)\n"
    message = "The program ended the interpreter (os._exit, status 3)."
    assert carried_out("check", program(app))[-1] == Fault(run_id=7, fault="died", message=message)
    verdict = judged_as(Crashed, app)
    assert verdict.sentence == verdict.headline == verdict.error.traceback == message
    assert (verdict.phase, verdict.error.type) == ("warm-up", "InterpreterEnded")


def test_a_request_that_waits_for_ever_is_a_crash() -> None:
    verdict = verdict_on("import asyncio\nasync def handle(i):\n    await asyncio.Future()\n", workload=ASYNC)
    assert verdict.sentence == "A request never finishes: it waits for something that does not happen."


def test_memory_that_runs_out_is_a_fault_of_a_python_that_lives_on_and_judged_a_crash() -> None:
    app = "KEPT = []\ndef handle(i):\n    KEPT.append(bytearray(1 << 60))\n"
    message = "The program asked for more memory than there is."
    assert carried_out("check", program(app))[-1] == Fault(run_id=7, fault="out-of-memory", message=message)
    verdict = judged_as(Crashed, app)
    assert (verdict.sentence, verdict.error.type) == (message, "MemoryError")


def test_a_message_of_a_million_letters_is_shortened() -> None:
    verdict = judged_as(Crashed, "def handle(i):\n    raise ValueError('x' * 1_000_000)\n")
    assert len(verdict.error.message) < 2_100


@pytest.mark.parametrize(
    "trick",
    [
        "import gc\ngc.collect = lambda *a: 0\ngc.freeze = lambda: None\n",
        "import time\ntime.perf_counter = lambda: 0\ntime.sleep = None\n",
        "import tracemalloc\ntracemalloc.start(25)\n",
        "import sys\nsys._clear_type_cache = None\nsys.stdout = None\n",
        "from leaklab.measure import growth, marks\ngrowth.growth = None\nmarks.growth = None\n",
        "import leaklab.verdict.decide\nleaklab.verdict.decide.decide.__code__ = (lambda *a: None).__code__\n",
    ],
    ids=["gc", "time", "tracemalloc", "sys", "the judge", "the judge's code"],
)
def test_a_patched_interpreter_is_judged_all_the_same(trick: str) -> None:
    assert verdict_on(trick + LIST_OF_DICTS).kind == "growing"


def test_what_a_program_prints_does_not_count_as_growth() -> None:
    verdict = verdict_on(DEQUE + "    print('request', i, 'x' * 50)\n")
    assert verdict.kind == "bounded"


def test_a_run_reads_on_the_way_and_ends_with_its_units() -> None:
    signals = carried_out("observe", program(LIST_OF_DICTS + "    print(i)\n"), units=500)
    reads = [signal.read for signal in signals if isinstance(signal, Metered)]
    assert signals[-1] == Observed(run_id=7, units=500)
    assert 35 <= len(reads) <= 41
    assert (reads[0].units, reads[-1].units) == (0, 500)
    assert reads[-1].bytes > reads[0].bytes + 100_000
    assert printed(signals).splitlines()[-2:] == ["798", "799"]


def test_a_check_says_where_it_is_and_streams_every_read() -> None:
    signals = carried_out("check", program(DEQUE))
    phases = [signal.phase for signal in signals if isinstance(signal, Phased)]
    # A phase is said again while it lasts.
    assert [phase for phase, _ in groupby(phases)] == ["import", "warm-up", "load"]
    rungs = [signal.read.rung for signal in signals if isinstance(signal, Metered)]
    assert rungs == sorted(rungs)
    assert set(rungs) == {0, 1, 2}


def test_what_plain_units_leave_for_later_is_finished_before_each_reading() -> None:
    leaves = "import app\n\n\ndef run(i):\n    app.LATER.append(bytes(500))\n"
    drains = "\n\ndef drain():\n    app.LATER.clear()\n"
    assert verdict_on("LATER = []\n", workload=leaves + drains).kind == "bounded"
    assert verdict_on("LATER = []\n", workload=leaves).kind == "growing"
