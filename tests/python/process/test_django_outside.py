"""What the lesson on Django's signals says of threads, of asyncio and of the test client, which no sandbox can show."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SANDBOX = HERE.parents[2] / "sandboxes" / "django-locals-and-signals"
QUICK = "POST /shows/2/give-back: 3 is free"
SLOW = "GET /shows/1/door: 0 of 0 names sent"


def found(what: str, overlay: str = "project") -> Any:
    path = os.pathsep.join([str(SANDBOX / overlay), str(SANDBOX / "project"), *sys.path])
    command = [sys.executable, str(HERE / "django_outside.py"), what]
    return json.loads(subprocess.check_output(command, env={**os.environ, "PYTHONPATH": path}, timeout=120))


@pytest.mark.parametrize(
    ("overlay", "lines"),
    [
        ("fixes/connect-once", [QUICK, SLOW]),
        ("fixes/close-of-the-answer", [QUICK, SLOW]),
        ("fixes/disconnect-when-done", [QUICK]),
    ],
)
def test_with_two_threads_a_receiver_that_disconnects_loses_a_line(overlay: str, lines: list[str]) -> None:
    assert found("threads", overlay) == lines


def test_the_test_client_leaves_three_finalizers_for_each_request() -> None:
    assert found("test_client", "fixes/connect-once") == 3


def test_in_an_event_loop_a_local_is_of_the_request_and_a_thread_local_is_of_all() -> None:
    seen = found("asgi")
    assert seen["local"] == ["/1", "/2"]
    assert seen["thread"] == ["/1", "/1"]
    assert seen["closed"] == ["/1", "/2"]
    assert seen["finished"] == [None, None]
