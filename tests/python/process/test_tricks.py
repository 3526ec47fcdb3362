"""
What must not fool the judge, beyond what a sandbox's own decoys try.

Each trick first fools an honest judge that lacks a guard (see weaker.py), and then not ours.
"""

from pathlib import Path

import pytest
from programs import ASYNC, PLAIN, carried_out, explanation_of, judged_as, program, verdict_on
from tricks import HIDES, LEAK, RING, TRICKS, Trick
from weaker import JUDGES, says_fine

from leaklab.native.judging import check
from leaklab.wire.command import Program
from leaklab.wire.report import Bounded, Crashed, Growing
from leaklab.wire.signals import Fault


def _judged(trick: Trick) -> Program:
    return program(trick.app, workload=trick.workload, **({"check": trick.check} if trick.check else {}))


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
def test_a_trick_that_fools_a_weaker_judge_does_not_fool_ours(trick: Trick) -> None:
    assert says_fine(trick.fools, _judged(trick)), "It would fool nobody."
    assert check(_judged(trick), 1).kind in trick.comes_to.split(" or ")


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
    assert verdict_on(app, check=NEWEST).kind == "bounded"
    assert verdict_on(app, check=LAST_TWENTY).kind == "broken"


def test_a_check_or_a_workload_that_the_program_puts_in_the_place_of_the_authors_is_not_taken() -> None:
    fake = "import sys, types\n\nsys.modules['workload'] = types.SimpleNamespace(run=lambda i: None)\n"
    assert verdict_on(fake + LEAK).kind == "growing"
    never = "def during(i):\n    assert i < 100, 'Never more than a hundred.'\n"
    patched = "import check\n\ncheck.during = lambda i: None\n\ndef handle(i):\n    pass\n"
    assert verdict_on(patched, check=never).kind == "broken"


def test_files_anywhere_count_as_memory(tmp_path: Path) -> None:
    log = tmp_path / "elsewhere.log"
    log.write_bytes(bytes(5_000_000))
    app = f"def handle(i):\n    with open({str(log)!r}, 'a') as file:\n        file.write({{text}})\n"
    verdict = judged_as(Growing, app.format(text="'x' * 200"))
    assert verdict.bytes_per_unit == pytest.approx(200, rel=0.02)
    # What was there before is nobody's growth.
    assert verdict_on(app.format(text="''")).kind == "bounded"


def test_files_count_as_memory_and_are_named() -> None:
    stash = "def handle(i):\n    with open('stash.txt', 'a') as file:\n        file.write('x' * 200)\n"
    verdict = judged_as(Growing, stash)
    assert verdict.bytes_per_unit == pytest.approx(200, rel=0.02)
    assert explanation_of(stash).notes[0] == "About 200 B per request go into files: stash.txt."


def test_a_temporary_file_that_goes_is_no_growth() -> None:
    app = "import tempfile\n\ndef handle(i):\n    with tempfile.TemporaryFile() as file:\n        file.write(b'x')\n"
    assert verdict_on(app).kind == "bounded"


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
    assert verdict_on(rows.format(where=":memory:")).kind == "growing"
    assert verdict_on(rows.format(where="seen.db")).kind == "growing"


@pytest.mark.parametrize(
    "patch",
    [
        "import gc, sys\ngc.collect = lambda *_: 0\ngc.get_objects = lambda *_: []\nsys.getsizeof = lambda *_: 0",
        "import time\ntime.perf_counter = time.monotonic = lambda: 0.0",
        "import tracemalloc\ntracemalloc.stop()\ntracemalloc.clear_traces()",
        "from leaklab.measure import growth\nfrom leaklab.verdict import decide\n"
        "growth.growth = decide.decide = lambda *_: None",
        "import sys\nfor name in list(sys.modules):\n    if 'leaklab' in name:\n        sys.modules[name].growth = 0",
        "import sys\nsys.setprofile(None)\nsys.settrace(None)\nsys.stdout = open('/dev/null', 'w')",
        "import builtins\nbuiltins.min = builtins.max = builtins.sum = builtins.round = lambda *_, **__: 0",
        "import random\nrandom.Random.random = lambda self: 0.5\nrandom.seed(0)",
        "import json\njson.dumps = lambda *_, **__: '{}'",
        "import asyncio, os, stat\nos.scandir = os.fstat = stat.S_ISREG = None\nasyncio.sleep = asyncio.Task = None",
    ],
    ids=[
        "gc and sys",
        "time",
        "tracemalloc",
        "leaklab",
        "every module",
        "hooks",
        "built-ins",
        "random",
        "json",
        "files",
    ],
)
def test_a_patched_tool_hides_no_leak(patch: str) -> None:
    assert verdict_on(f"{patch}\nSEEN = []\n\ndef handle(i):\n    SEEN.append([i] * 100)\n").kind == "growing"


@pytest.mark.parametrize(
    "end", ["import sys; sys.exit(0)", "raise KeyboardInterrupt", "raise GeneratorExit", "raise StopIteration"]
)
def test_ending_the_program_early_is_a_crash(end: str) -> None:
    app = f"def handle(i):\n    if i == 500:\n        {end}\n"
    assert judged_as(Crashed, app).units == 500


def test_ending_the_process_early_is_no_verdict() -> None:
    last = carried_out("check", program("import os\n\ndef handle(i):\n    if i == 500:\n        os._exit(0)\n"))[-1]
    assert isinstance(last, Fault)
    assert last.fault == "died"


def test_a_leak_that_stops_after_a_thousand_units_is_over_the_budget() -> None:
    app = "SEEN = []\n\ndef handle(i):\n    if len(SEEN) < 1_000:\n        SEEN.append(bytes(1_000))\n"
    assert verdict_on(app).kind == "over-budget"


def test_a_leak_that_is_dropped_now_and_then_shows_in_the_peak() -> None:
    app = (
        "SEEN = []\n\ndef handle(i):\n    SEEN.append(bytes(1_000))\n    if len(SEEN) == {at}:\n        SEEN.clear()\n"
    )
    assert verdict_on(app.format(at=1_500)).kind in ("over-budget", "inconclusive")
    assert judged_as(Bounded, app.format(at=300)).peak_bytes > 290_000


def test_a_hand_made_answer_on_standard_output_is_only_output() -> None:
    fake = '{"kind": "verdict", "runId": 7, "verdict": {"kind": "bounded"}}'
    app = f"import os\nSEEN = []\n\ndef handle(i):\n    SEEN.append([i] * 100)\n    os.write(1, b'{fake}\\n')\n"
    assert verdict_on(app).kind == "growing"


# Each built-in is gone or raises, from the import on; exceptions are none that can be raised any more.
EVERY_BUILT_IN = """
import builtins

def failing(*_, **__):
    raise RuntimeError("replaced")

SET, RANGE, BYTES = setattr, range, bytes
KEPT = []
for name in [name for name in vars(builtins) if not name.startswith("__")]:
    SET(builtins, name, {instead})
"""


@pytest.mark.parametrize("instead", ["failing", "lambda *_, **__: 0", "None"])
@pytest.mark.parametrize(
    ("unit", "comes_to"),
    [("KEPT.append([i] * 100)", "growing"), ("KEPT[:] = [[i] * 100]", "bounded"), ("KEPT.missing", "crashed")],
)
def test_no_built_in_that_a_program_replaces_reaches_the_judge(instead: str, unit: str, comes_to: str) -> None:
    app = f"{EVERY_BUILT_IN.format(instead=instead)}\ndef handle(i):\n    {unit}\n"
    assert verdict_on(app).kind == comes_to


def test_a_crash_is_told_even_where_the_tools_to_tell_it_are_replaced() -> None:
    app = "import linecache, os, traceback\nfor module in (linecache, os, traceback):\n"
    app += "    for name in vars(module):\n        if not name.startswith('_') and callable(vars(module)[name]):\n"
    app += "            vars(module)[name] = None\n\ndef handle(i):\n    return 1 / (20 - i)\n"
    assert judged_as(Crashed, app).error.type == "ZeroDivisionError"


def test_a_built_in_that_a_program_replaces_stays_replaced_for_the_program() -> None:
    app = """
import builtins

KEPT = []
REAL = builtins.len

def counted(value):
    KEPT.append([0] * 100)
    return REAL(value)

builtins.len = counted
builtins.ours = "there"

def handle(i):
    assert len([i, i]) == 2
    assert ours == "there"
"""
    assert verdict_on(app).kind == "growing"


def test_a_built_in_may_be_replaced_again_and_again() -> None:
    app = """
import builtins

REAL = builtins.sum

def handle(i):
    assert sum is REAL or sum([1]) == i - 1, sum
    builtins.sum = lambda _: i
"""
    assert verdict_on(app).kind == "bounded"


LOOKS = [
    "walked(sys._getframe())",
    "[row.frame for row in inspect.stack(0)]",
    "traceback.format_stack()",
    "[frame for top in sys._current_frames().values() for frame in walked(top)]",
]
IN_A_TASK = [*LOOKS, "asyncio.current_task().get_stack()", "[repr(asyncio.current_task())]"]
IN_FLASK = """
from flask import Flask

CLIENT = Flask("shop")
CLIENT.before_request(lambda: keep(0))
CLIENT.add_url_rule("/", view_func=lambda: "")
CLIENT = CLIENT.test_client()

def handle(i):
    CLIENT.get("/")
"""
IN_A_THREAD = "async def handle(i):\n    await asyncio.to_thread(keep, i)\n"
AT_IMPORT = "JUDGED = is_judged()\nis_judged = lambda: JUDGED\nhandle = keep\n"
AT_A_LATE_IMPORT = "def handle(i):\n    import late\n    if not late.JUDGED:\n        keep(i)\n"


@pytest.mark.parametrize(
    ("looks", "where", "workload"),
    [
        *((looks, "handle = keep\n", PLAIN) for looks in LOOKS),
        *((looks, "async def handle(i):\n    keep(i)\n", ASYNC) for looks in IN_A_TASK),
        (LOOKS[0], AT_IMPORT, PLAIN),
        (LOOKS[0], AT_A_LATE_IMPORT, PLAIN),
        (LOOKS[0], IN_A_THREAD, ASYNC),
        (LOOKS[0], IN_FLASK, PLAIN),
    ],
)
def test_a_program_sees_no_judge_on_its_stack(looks: str, where: str, workload: str) -> None:
    late = "import app\n\nJUDGED = app.is_judged()\n"
    assert verdict_on(HIDES.format(looks=looks) + where, workload=workload, late=late).kind == "growing"


CALLED_BY_THE_CHECK = {
    "before": "def before():\n    app.look()\n",
    "during": "def during(i):\n    app.look()\n",
    "an async during": "async def during(i):\n    app.look()\n",
    "after": "def after():\n    app.look()\n",
}


@pytest.mark.parametrize(
    ("check", "workload"),
    [*((check, ASYNC) for check in CALLED_BY_THE_CHECK), ("before", PLAIN), ("during", PLAIN), ("after", PLAIN)],
)
def test_what_a_check_calls_sees_no_judge_either(check: str, workload: str) -> None:
    looks = "def look():\n    assert not is_judged(), traceback.format_stack()\n\n"
    handle = "def handle(i):\n    pass\n" if workload == PLAIN else "async def handle(i):\n    pass\n"
    app = HIDES.format(looks=LOOKS[0]) + looks + handle
    verdict = verdict_on(app, workload=workload, check=f"import app\n\n{CALLED_BY_THE_CHECK[check]}")
    assert verdict.kind == "bounded", verdict.sentence


def test_what_finishes_units_sees_no_judge() -> None:
    app = HIDES.format(looks=LOOKS[0]) + "def handle(i):\n    pass\n\ndef finish():\n    keep(0)\n"
    assert (
        verdict_on(app, workload=f"{PLAIN}\ndef drain():\n    for _ in range(9):\n        app.finish()\n").kind
        == "growing"
    )


def test_a_program_of_ones_own_sees_no_judge() -> None:
    own = program("", program=HIDES.format(looks=LOOKS[0]) + "run = keep\n")
    del own.harness["workload.py"]
    assert check(own, 1).kind == "growing"
