"""Virtual time, from inside a program: the child process is one run."""

import time
from dataclasses import replace
from datetime import datetime

from programs import ASYNC, CONTRACT, PLAIN, carried_out, printed, program

from leaklab.host import prepare
from leaklab.wire.signals import Observed

DAY = 86_400


def output_of(app: str, *, workload: str = PLAIN) -> list[str]:
    judged = replace(program(app, workload=workload), contract=replace(CONTRACT, warm_up=1))
    return printed(carried_out("observe", judged, units=1)).splitlines()


def test_sleeping_for_a_day_takes_no_time_and_every_clock_moves_on() -> None:
    lines = output_of("""
import time
from time import monotonic

def handle(i):
    before = time.time(), monotonic(), time.perf_counter(), time.time_ns(), time.monotonic_ns()
    time.sleep(86_400)
    after = time.time(), monotonic(), time.perf_counter(), time.time_ns(), time.monotonic_ns()
    print([f"{later - earlier:.0f}"[:5] for earlier, later in zip(before, after)])
""")
    assert lines[0] == str([str(DAY)] * 5)


def test_every_run_begins_at_the_same_moment() -> None:
    app = "import time\nprint(time.strftime('%Y-%m-%d %H:%M', time.gmtime(time.time())))\ndef handle(i): pass\n"
    assert output_of(app) == ["2026-01-05 09:00"]


def test_a_loop_that_waits_for_a_deadline_ends() -> None:
    app = """
import time

def handle(i):
    until = time.monotonic() + 0.01
    while time.monotonic() < until:
        pass
    print("done")
"""
    assert output_of(app) == ["done", "done"]


def test_a_clock_kept_as_a_class_attribute_does_not_become_a_method() -> None:
    app = """
import time

class Timer:
    now = time.monotonic

def handle(i):
    print(Timer().now() > 0)
"""
    assert output_of(app) == ["True", "True"]


def test_chance_repeats_itself_from_run_to_run() -> None:
    app = """
import os, random, uuid

def handle(i):
    print(random.random(), os.urandom(4).hex(), uuid.uuid4())
"""
    assert output_of(app) == output_of(app)


def test_timers_of_asyncio_run_on_virtual_time_and_in_order() -> None:
    app = """
import asyncio

async def handle(i):
    loop = asyncio.get_running_loop()
    began = loop.time()
    for delay in (3_600, 60, 1):
        loop.call_later(delay, print, delay)
    await asyncio.sleep(86_400)
    print(round(loop.time() - began))
"""
    assert output_of(app, workload=ASYNC)[:4] == ["1", "60", "3600", "86400"]


def test_asyncio_run_and_to_thread_work_inside_a_plain_unit() -> None:
    app = """
import asyncio

async def work():
    await asyncio.sleep(3_600)
    return await asyncio.to_thread(lambda: 6 * 7)

def handle(i):
    print(asyncio.run(work()))
"""
    assert output_of(app) == ["42", "42"]


def test_an_error_in_to_thread_reaches_the_one_who_waits() -> None:
    app = """
import asyncio

def fail():
    raise KeyError("x")

async def handle(i):
    try:
        await asyncio.to_thread(fail)
    except KeyError as error:
        print("caught", error)
"""
    assert output_of(app, workload=ASYNC)[0] == "caught 'x'"


def test_units_overlap_and_none_is_lost() -> None:
    app = """
import asyncio

FLYING = 0
MOST = 0

async def handle(i):
    global FLYING, MOST
    FLYING += 1
    MOST = max(MOST, FLYING)
    await asyncio.sleep(0.5)
    FLYING -= 1
"""
    workload = ASYNC + "    if i == 99:\n        print(app.MOST)\n"
    judged = replace(program(app, workload=workload), contract=replace(CONTRACT, warm_up=0))
    signals = carried_out("observe", judged, units=100)
    assert 2 <= int(printed(signals)) <= 16
    assert signals[-1] == Observed(run_id=7, units=100)


def test_background_work_is_done_before_the_meter_is_read() -> None:
    app = """
import asyncio

KEPT = set()

async def work():
    await asyncio.sleep(600)

async def handle(i):
    task = asyncio.create_task(work())
    KEPT.add(task)
    task.add_done_callback(KEPT.discard)
"""
    diagnose = "import app\nfrom leaklab.live import load\nload(50)\nprint(len(app.KEPT))\n"
    diagnosis = "from leaklab.diagnosis import Culprit\nculprit = Culprit(where=[], what=[], held_by=[])\n"
    signals = carried_out("diagnose", program(app, workload=ASYNC, diagnose=diagnose, diagnosis=diagnosis))
    assert printed(signals) == "0\n"


def test_a_ticker_that_never_ends_does_not_hold_up_the_run() -> None:
    app = """
import asyncio

TICKER = None

async def tick():
    while True:
        await asyncio.sleep(0.001)

async def handle(i):
    global TICKER
    TICKER = TICKER or asyncio.create_task(tick())
"""
    assert carried_out("observe", program(app, workload=ASYNC), units=50)[-1].kind == "observed"


def test_the_calendar_tells_virtual_time_whoever_is_asked() -> None:
    lines = output_of("""
import datetime
import email.utils
import logging
import pickle
import time
from datetime import date, datetime as when, timezone
from time import gmtime, localtime, strftime

class Moment(when):
    pass

def days():
    record = logging.makeLogRecord({})
    record.created = logging.LogRecord("n", 20, "p", 1, "m", (), None).created
    return [
        str(each)[:10] for each in (
            datetime.datetime.now(), when.now(timezone.utc), when.utcnow(), when.today(), date.today(), Moment.now(),
            datetime.date.today(), strftime("%Y-%m-%d"), strftime("%Y-%m-%d", gmtime()),
            strftime("%Y-%m-%d", localtime(None)), when.strptime(time.ctime(), "%c"),
            when.strptime(time.asctime(), "%c"),
            logging.Formatter().formatTime(record), email.utils.localtime(),
            when.fromtimestamp(time.clock_gettime(time.CLOCK_REALTIME)),
        )
    ]

def handle(i):
    if not i:
        print(set(days()))
        time.sleep(86_400)
        print(set(days()))
        now = when.now()
        print(type(now) is when, isinstance(now, datetime.datetime), pickle.loads(pickle.dumps(now)) == now)
        print(type(Moment.now()) is Moment, when.now(timezone.utc).tzinfo, when.utcnow().tzinfo)
        print(time.gmtime(0).tm_year, time.strftime("%Y", time.gmtime(0)), when.fromtimestamp(0, timezone.utc).year)
""")
    assert lines == [
        "{'2026-01-05'}",
        "{'2026-01-06'}",
        "True True True",
        "True UTC None",
        "1970 1970 1970",
    ]


def test_outside_of_a_run_the_calendar_is_the_machines() -> None:
    prepare([])
    assert abs(datetime.now().timestamp() - time.time()) < 60
    assert datetime.now().year == time.localtime().tm_year == int(time.strftime("%Y"))


def test_sqlite_asks_the_same_clock() -> None:
    lines = output_of("""
import sqlite3
import time

DB = sqlite3.connect(":memory:")
HOURS = "select strftime('%Y-%m-%d', 'now'), date(current_timestamp), (julianday('now') - 2461045.875) * 24"

def handle(i):
    if i:
        print([str(each)[:10] for each in DB.execute(HOURS).fetchone()][:2])
        time.sleep(86_400)
        print(round(DB.execute(HOURS).fetchone()[2]) in (24, 25))
""")
    assert lines == ["['2026-01-05', '2026-01-05']", "True"]
