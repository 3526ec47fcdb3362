"""A program whose units fail is still watched to the end, and told how many did and why."""

from dataclasses import replace

import pytest
from programs import ASYNC, CONTRACT, LIST_OF_DICTS, PLAIN, carried_out, program

from leaklab.native.signals import ChildSignal
from leaklab.wire.report import Failures
from leaklab.wire.signals import Failed, Judged, Metered, Observed

SOMETIMES = """
def handle(i):
    if i % 4 == 1:
        raise KeyError(i)
"""
# The server makes an answer with 500 of whatever an application raises.
ANSWERED = """
import io
from wsgiref.handlers import SimpleHandler

import app

LATEST = [0]

class Handler(SimpleHandler):
    def log_exception(self, exc_info): ...
    def finish_response(self):
        LATEST[0] = int(self.status[:3])

def run(i):
    def application(environ, start_response):
        app.handle(i)
        start_response("200 OK", [])
        return []

    Handler(io.BytesIO(), io.BytesIO(), io.StringIO(), {}).run(application)

def failed(i):
    return f"Request {i} was answered with {LATEST[0]}." if LATEST[0] == 500 else None
"""


def observed(app: str, *, workload: str = PLAIN, units: int = 400) -> list[ChildSignal]:
    return carried_out(
        "observe", replace(program(app, workload=workload), contract=replace(CONTRACT, warm_up=100)), units=units
    )


def failures_of(signals: list[ChildSignal]) -> Failures:
    told = [signal.failures for signal in signals if isinstance(signal, Failed)]
    assert told, signals[-1]
    return told[-1]


@pytest.mark.parametrize("workload", [PLAIN, ASYNC])
def test_units_that_raise_are_counted_and_the_run_goes_on(workload: str) -> None:
    signals = observed(
        SOMETIMES.replace("def handle", "async def handle") if workload is ASYNC else SOMETIMES, workload=workload
    )
    failures = failures_of(signals)
    assert signals[-1] == Observed(run_id=7, units=400)
    assert (failures.count, failures.units) == (125, 500)
    assert failures.reason == "KeyError in app.py, line 4: 1"
    assert failures.error is not None
    assert failures.error.frames[-1].source == "raise KeyError(i)"


def test_a_program_without_failures_says_nothing_of_them() -> None:
    assert not [signal for signal in observed(LIST_OF_DICTS) if isinstance(signal, Failed)]


def test_what_a_workload_sees_fail_is_told_with_the_exception_behind_it() -> None:
    failures = failures_of(observed(SOMETIMES, workload=ANSWERED))
    assert (failures.count, failures.units) == (125, 500)
    assert failures.reason == "KeyError in app.py, line 4: 1"
    assert failures.detail == "Request 1 was answered with 500."
    assert failures.error is not None
    assert "app.py" in failures.error.traceback


def test_what_a_workload_sees_is_told_alone_where_nothing_was_raised() -> None:
    workload = PLAIN + "\n\ndef failed(i):\n    return 'No answer came.' if i == 250 else None\n"
    failures = failures_of(observed("def handle(i): ...\n", workload=workload))
    assert (failures.count, failures.reason, failures.error) == (1, "No answer came.", None)


def test_an_exception_that_a_workload_hands_on_is_told_with_its_traceback() -> None:
    workload = (
        "import app\nSEEN = []\ndef run(i):\n    try:\n        app.handle(i)\n    except KeyError as error:\n"
        "        SEEN.append(error)\ndef failed(i):\n    return SEEN.pop() if SEEN else None\n"
    )
    failures = failures_of(observed(SOMETIMES, workload=workload))
    assert (failures.count, failures.reason) == (125, "KeyError in app.py, line 4: 1")


FORGOTTEN = """
import asyncio

async def work(i):
    raise KeyError(i)

async def handle(i):
    if i % 4 == 1:
        asyncio.create_task(work(i))
"""


def test_a_task_whose_exception_nobody_asks_for_is_a_failure() -> None:
    failures = failures_of(observed(FORGOTTEN, workload=ASYNC))
    assert failures.count == 125
    assert failures.reason.startswith("KeyError in app.py, line 5: ")


def test_what_a_task_raises_is_the_workloads_to_judge_where_it_judges() -> None:
    workload = ASYNC + "\n\ndef failed(i):\n    return None\n"
    assert not [signal for signal in observed(FORGOTTEN, workload=workload) if isinstance(signal, Failed)]


def test_failures_do_not_move_the_readings() -> None:
    kept = "SEEN = []\ndef handle(i):\n    SEEN.append(bytes(1_000))\n"
    fails = kept + "    if i % 3 == 0:\n        raise ValueError(i)\n"
    plain, failing = (
        [signal.read.bytes for signal in observed(app) if isinstance(signal, Metered)] for app in (kept, fails)
    )
    assert failing == pytest.approx(plain, abs=4_000)


@pytest.mark.parametrize(
    ("app", "told"),
    [
        ("def other(i): ...\n", "Crashed"),
        ("def handle(i):\n    import numpy_of_another_place\n", "`numpy_of_another_place` is not available"),
        ("def handle(i):\n    raise SystemExit(3)\n", "The program ended itself with SystemExit"),
    ],
)
def test_what_would_end_every_unit_ends_the_run(app: str, told: str) -> None:
    last = observed(app)[-1]
    assert isinstance(last, Judged)
    assert last.verdict.kind == "crashed"
    assert told in last.verdict.sentence or "needs `handle` in app.py" in last.verdict.sentence
