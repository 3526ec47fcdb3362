"""`python -m leaklab judge`: somebody's own functions, in a folder of their own."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from json_schema import problems

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "src" / "leaklab" / "report.schema.json").read_text(encoding="utf-8"))

SERVICE = """
import asyncio, ctypes, gc, os, queue, subprocess, sys, threading, time
from collections import deque

SEEN, RECENT, LARGE, TASKS, DONE, STARTED = [], deque(maxlen=20), [], set(), [], []
ANSWERED = deque(maxlen=20)
JOBS = queue.Queue()
LIBC = ctypes.CDLL(None)
LIBC.malloc.restype = ctypes.c_void_p
EXPIRES = {}

def leaks(i): SEEN.append({"id": i})
def rests(i): RECENT.append({"id": i})
def fails(i): return 1 // (i - 50)
def ends(i): os._exit(3)
def collects(i): gc.collect()
def leaks_in_c(i): LIBC.malloc(200)
def recurs(i): return recurs(i)
def yields(i): yield i
def takes_nothing(): pass
def gives_a_coroutine(i): return later()

def swings(i):
    LARGE.append(bytes(1_000))
    if len(LARGE) >= 1_500:
        LARGE.clear()

def dies(i):
    if i == 100:
        ctypes.string_at(0)

def is_large(i):
    if len(LARGE) < 200:
        LARGE.append(bytearray(10_000))

def forgets(i):
    assert i < 40, "The answer to every call must be kept."

def asks_a_library(i):
    import helper_of_others
    helper_of_others.insist(False)

async def later(): await asyncio.sleep(2)
async def leaks_tasks(i): TASKS.add(asyncio.create_task(later()))
async def waits(i): await asyncio.sleep(3_600)
async def never(i): await asyncio.get_running_loop().create_future()
async def forgets_later(i):
    await later()
    assert i < 40, "The answer to every call must be kept."

def expires(i):
    now = time.time()
    EXPIRES[i] = now + 10
    for key in [key for key, until in EXPIRES.items() if until < now]:
        del EXPIRES[key]

def work():
    while True:
        JOBS.get()(str(time.time()))

def hand_over(answer):
    if not STARTED:
        STARTED.append(threading.Thread(target=work, daemon=True))
        STARTED[0].start()
    JOBS.put(answer)

def leaks_in_a_thread(i): hand_over(DONE.append)
def works_in_a_thread(i): hand_over(ANSWERED.append)

def waits_for_a_queue(i):
    threading.Thread(target=len, args=("",)).start()
    try:
        JOBS.get(timeout=0.0001)
    except queue.Empty:
        pass

async def answer(reader, writer):
    writer.write(await reader.readline())
    writer.close()

async def talks(i):
    if not STARTED:
        STARTED.append(await asyncio.start_server(answer, "127.0.0.1", 0))
    reader, writer = await asyncio.open_connection(*STARTED[0].sockets[0].getsockname())
    writer.write(b"hello\\n")
    await reader.readline()
    writer.close()
    await writer.wait_closed()

def writes(i):
    with open("written.txt", "w") as file:
        file.write(str(i))

def starts_a_process(i):
    if i == 0:
        STARTED.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))

class Service:
    kept = []

    @staticmethod
    def leaks(i):
        Service.kept.append([i])
"""


# What a program did while it was imported, and is over.
BEGINS = """
import socket, subprocess, sys

subprocess.run([sys.executable, "-c", ""], check=True)
with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))

def run(i): pass
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "service.py").write_text(SERVICE)
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "__init__.py").write_text("")
    (tmp_path / "package" / "inner.py").write_text("KEPT = []\n\n\ndef run(i):\n    KEPT.append([i])\n")
    installed = tmp_path / "site-packages"
    installed.mkdir()
    (installed / "helper_of_others.py").write_text("def insist(that):\n    assert that\n")
    (installed / "broken_package").mkdir()
    (installed / "broken_package" / "__init__.py").write_text("from broken_package import inner\n")
    (installed / "broken_package" / "inner.py").write_text("LIMIT = 1\nLIMITS = LIMIT.all\n")
    (installed / "asking_package.py").write_text("import not_installed_anywhere\n")
    (tmp_path / "breaks.py").write_text("import broken_package\n")
    (tmp_path / "asks.py").write_text("import asking_package\n")
    (tmp_path / "2026-report.py").write_text("def run(i): pass\n")
    (tmp_path / "begins.py").write_text(BEGINS)
    (tmp_path / "needs.py").write_text("import not_installed_anywhere\n")
    (tmp_path / "typo.py").write_text("def run(i)\n    pass\n")
    return tmp_path


def judge(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(ROOT / "src"), str(folder / "site-packages")])
    return subprocess.run(
        [sys.executable, "-m", "leaklab", "judge", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path},
    )


def judged(folder: Path, function: str, *arguments: str) -> tuple[int, dict[str, Any]]:
    told = judge(folder, function, "--cap", "3200", "--budget", "1MB", "--json", *arguments)
    judgement: dict[str, Any] = json.loads(told.stdout)
    assert problems(judgement, SCHEMA, SCHEMA) == []
    return told.returncode, judgement


@pytest.mark.parametrize(
    ("function", "kind", "status"),
    [
        ("rests", "bounded", 0),
        ("expires", "bounded", 0),
        ("waits", "bounded", 0),
        ("leaks", "growing", 10),
        ("leaks_tasks", "growing", 10),
        ("is_large", "over-budget", 11),
        ("swings", "inconclusive", 12),
        ("forgets", "broken", 13),
        ("forgets_later", "broken", 13),
        ("collects", "costly", 14),
        ("fails", "crashed", 15),
        ("asks_a_library", "crashed", 15),
        ("recurs", "crashed", 15),
        ("ends", "crashed", 15),
        ("dies", "crashed", 15),
        ("never", "crashed", 15),
        ("gives_a_coroutine", "crashed", 15),
    ],
)
def test_a_function_gets_its_verdict_and_status(folder: Path, function: str, kind: str, status: int) -> None:
    returned, judgement = judged(folder, f"service:{function}")
    assert (judgement["verdict"]["kind"], returned) == (kind, status), judgement["verdict"]["sentence"]


def test_growth_is_told_with_line_type_and_path_of_the_own_files(folder: Path) -> None:
    told = judge(folder, "package.inner:run", "--cap", "3200", "--unit", "request", "--rate", "50")
    assert told.returncode == 10
    assert "per request. At 50 requests a second" in told.stdout
    assert "package/inner.py:5  KEPT.append([i])" in told.stdout
    assert "package.inner.KEPT → [" in told.stdout


def test_growth_that_python_allocated_is_not_laid_to_c_code(folder: Path) -> None:
    _, judgement = judged(folder, "service:leaks")
    assert judgement["explanation"]["notes"] == []
    assert judgement["notes"] == []


def test_a_name_within_a_class_is_found(folder: Path) -> None:
    _, judgement = judged(folder, "service:Service.leaks")
    assert judgement["explanation"]["retainers"][0]["root"] == "service.Service.kept"


def test_an_expectation_is_an_assert_of_the_own_files(folder: Path) -> None:
    _, judgement = judged(folder, "service:forgets")
    assert judgement["verdict"]["expectation"] == "The answer to every call must be kept."
    assert judgement["verdict"]["error"]["frames"][-1]["function"] == "forgets"


def test_memory_that_c_code_takes_is_seen_and_said_to_have_no_line(folder: Path) -> None:
    returned, judgement = judged(folder, "service:leaks_in_c")
    assert returned == 10
    assert judgement["verdict"]["meter"] == "mallinfo2"
    assert judgement["verdict"]["bytesPerUnit"] == pytest.approx(208, abs=4)
    assert "C extension" in judgement["explanation"]["notes"][0]


def test_a_program_with_threads_is_judged_in_real_time(folder: Path) -> None:
    returned, judgement = judged(folder, "service:leaks_in_a_thread")
    assert returned == 10
    assert judgement["notes"][0].startswith("Judged in real time, because the program starts threads")
    assert judgement["notes"][1].startswith("The program runs 1 thread of its own")
    assert judgement["explanation"]["retainers"][0]["root"] == "service.DONE"


@pytest.mark.parametrize("function", ["works_in_a_thread", "waits_for_a_queue"])
def test_a_program_with_threads_can_be_bounded(folder: Path, function: str) -> None:
    returned, judgement = judged(folder, f"service:{function}", "--sensitivity", "2")
    assert returned == 0, judgement["verdict"]["sentence"]


def test_virtual_time_can_be_kept_beside_threads(folder: Path) -> None:
    _, judgement = judged(folder, "service:works_in_a_thread", "--time", "virtual", "--sensitivity", "2")
    assert [note.partition(":")[0] for note in judgement["notes"]] == ["The program runs 1 thread of its own"]


def test_an_event_loop_that_needs_sockets_gets_a_real_one(folder: Path) -> None:
    returned, judgement = judged(folder, "service:talks", "--sensitivity", "2")
    assert returned == 0, judgement["verdict"]["sentence"]
    assert judgement["verdict"]["seeds"] == 3
    assert "asks its event loop for more than tasks and timers" in judgement["notes"][0]


def test_a_ttl_does_not_pass_in_real_time(folder: Path) -> None:
    returned, _ = judged(folder, "service:expires", "--time", "real")
    assert returned == 10


def test_written_files_are_named(folder: Path) -> None:
    returned, judgement = judged(folder, "service:writes")
    assert returned == 0
    assert judgement["notes"] == ["It wrote 1 file and left what it wrote there: written.txt."]


def test_what_a_program_started_ends_with_it(folder: Path) -> None:
    # Were the process still there, it would hold the pipe that we read to its end.
    _, judgement = judged(folder, "service:starts_a_process", "--time", "virtual")
    assert judgement["notes"][0].startswith("It started 1 child process")


def test_a_package_that_is_missing_is_a_crash_of_the_program(folder: Path) -> None:
    returned, judgement = judged(folder, "needs:run")
    assert returned == 15
    assert judgement["verdict"]["sentence"] == (
        "`not_installed_anywhere` is not installed here, and needs.py, line 1, imports it."
    )


def test_a_package_that_fails_at_import_is_named_by_its_file_and_line(folder: Path) -> None:
    returned, judgement = judged(folder, "breaks:run")
    assert returned == 15
    assert judgement["verdict"]["detail"] == "It failed in broken_package/inner.py, line 2."
    assert judgement["verdict"]["sentence"].endswith("It failed in broken_package/inner.py, line 2.")


def test_a_package_that_needs_another_is_named(folder: Path) -> None:
    _, judgement = judged(folder, "asks:run")
    assert judgement["verdict"]["sentence"] == (
        "`not_installed_anywhere` is not installed here, and asking_package.py imports it."
    )


def test_a_module_needs_no_name_that_is_an_identifier(folder: Path) -> None:
    returned, judgement = judged(folder, "2026-report:run")
    assert returned == 0, judgement["verdict"]["sentence"]


def test_what_was_over_before_the_load_is_not_noted(folder: Path) -> None:
    returned, judgement = judged(folder, "begins:run")
    assert (returned, judgement["notes"]) == (0, [])


def test_what_is_over_the_budget_is_told_with_line_and_holder(folder: Path) -> None:
    returned, judgement = judged(folder, "service:is_large")
    assert returned == 11
    explanation = judgement["explanation"]
    assert explanation["about"] == "kept"
    assert explanation["allocations"][0]["frame"]["source"] == "LARGE.append(bytearray(10_000))"
    assert explanation["allocations"][0]["bytes"] > 1_500_000
    assert explanation["retainers"][0]["root"] == "service.LARGE"


def test_a_number_that_was_handed_in_and_is_kept_has_neither_line_nor_note(folder: Path) -> None:
    (folder / "counted.py").write_text("SEEN = []\n\n\ndef run(i):\n    SEEN.append(i)\n")
    returned, judgement = judged(folder, "counted:run", "--cap", "3200")
    assert returned == 10
    explanation = judgement["explanation"]
    assert "def run(i):" not in [site["frame"]["source"] for site in explanation["allocations"]]
    assert explanation["notes"] == []
    assert explanation["retainers"][0]["root"] == "counted.SEEN"


def test_too_little_time_is_told_and_how_to_give_more(folder: Path) -> None:
    returned, judgement = judged(folder, "service:leaks", "--within", "0.001")
    assert returned == 12
    # How far it came is the machine's affair.
    told = r"(allowed only \d+ of 3,200 calls.*|still being imported); --within gives it longer"
    assert re.search(told, judgement["verdict"]["sentence"])


def test_a_unit_that_never_comes_back_is_ended_when_the_time_is_over(folder: Path) -> None:
    (folder / "stuck.py").write_text("def run(i):\n    while i == 3:\n        pass\n")
    returned, judgement = judged(folder, "stuck:run", "--within", "1")
    assert returned == 12
    assert judgement["verdict"]["because"] == "after 1 s it had not warmed up; --within gives it longer."


def test_the_time_is_told_in_advance(folder: Path) -> None:
    told = judge(folder, "service:rests", "--cap", "3200")
    assert told.stderr.splitlines()[0] == "This takes 60 s at most; --within gives it another time."


def test_a_syntax_error_names_its_line(folder: Path) -> None:
    returned, judgement = judged(folder, "typo:run")
    assert returned == 15
    assert "typo.py, line 1" in judgement["verdict"]["sentence"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["servce:leaks"], "There is no module servce: give it as Python would import it from "),
        (["package.outer:run"], "There is no module package.outer"),
        (["service:leeks"], "service has no leeks. Name one of its functions: service:leaks."),
        (["service:SEEN"], "service:SEEN is of type list"),
        (["service:Service"], "service:Service is a class"),
        (["service:takes_nothing"], "service:takes_nothing must take one argument"),
        (["service:yields"], "service:yields is a generator"),
        (["service"], "service: write MODULE:FUNCTION, such as service:run"),
        (["service.py:leaks"], "write the module as Python imports it, such as service:run"),
        (["service:leaks", "--cap", "100"], "--cap: 100: give a whole number of at least 3200"),
        (["service:leaks", "--budget", "much"], "--budget: much: give a number of bytes, such as 2000000, 2MB"),
        (["service:leaks", "--sensitivity", "0"], "--sensitivity: 0: give a number above 0"),
        (["service:leaks", "--seed", "x"], "--seed: x: give a whole number of at least 0"),
        (["service:leaks", "--time", "lunch"], "--time: invalid choice: 'lunch'"),
        (["service:leaks", "--within", "-1"], "--within: -1: give a number above 0"),
        (["service:leaks", "--within", "soon"], "--within: soon: give a number above 0"),
        ([":run"], ":run: write MODULE:FUNCTION, such as service:run"),
        (["service:leaks", "--fast"], "unrecognized arguments: --fast"),
        ([], "the following arguments are required: MODULE:FUNCTION"),
    ],
)
def test_wrong_usage_is_one_line_and_status_64(folder: Path, arguments: list[str], complaint: str) -> None:
    told = judge(folder, *arguments)
    assert complaint in told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert (told.returncode, told.stdout) == (64, "")
