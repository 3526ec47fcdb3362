"""The console on a program that lives on after its run."""

from collections.abc import Iterator

import pytest
from living import Living, living
from programs import ASYNC, DIAGNOSIS, program

APP = """
import asyncio, logging, weakref

logging.basicConfig(format="log: %(message)s")

class Item:
    def __init__(self, number):
        self.number = number

KEPT = []
WATCHED = weakref.WeakSet()

def handle(i):
    KEPT.append(Item(i))

def fail():
    raise KeyError("no such item")

def warn():
    logging.warning("careful")
"""
ASYNC_APP = """
import asyncio

KEPT, WAITING = [], []

async def handle(i):
    await asyncio.sleep(1)
    KEPT.append([i])

async def wait_for(seconds):
    event = asyncio.Event()
    WAITING.append(asyncio.create_task(event.wait()))
    await asyncio.sleep(seconds)
    event.set()
    return asyncio.get_running_loop().time()
"""


@pytest.fixture(scope="module")
def console() -> Iterator[Living]:
    with living(program(APP)) as process:
        yield process


def test_the_program_is_as_its_run_has_left_it(console: Living) -> None:
    assert console.printed("len(app.KEPT)") == "30\n"
    assert console.printed("import workload; workload.run.__name__") == "'run'\n"


def test_a_name_stays_and_a_block_ends_with_an_empty_line(console: Living) -> None:
    block = "for number in range(2):\n    print(number, end=' ')"
    assert console.answer(block).state == "incomplete"
    assert console.answer(f"{block}\n    ").state == "done"
    console.answer("def double(x):\n    return 2 * x\n\ntwice = double(4)\n")
    assert console.printed("twice") == "8\n"


@pytest.mark.parametrize("beginning", ["f(", "[1,", '"""text\n', "def f():", "if True:\n    x = 1", "@property\n"])
def test_what_goes_on_is_asked_for(console: Living, beginning: str) -> None:
    assert console.answer(beginning).state == "incomplete"


@pytest.mark.parametrize("source", ["", "  ", "# nothing\n", "x = 1", "None"])
def test_what_has_no_value_prints_nothing(console: Living, source: str) -> None:
    assert console.printed(source) == ""


def test_several_statements_end_with_the_value_of_the_last(console: Living) -> None:
    assert console.printed("x = 1\ny = 2\nx + y") == "3\n"


def test_an_error_is_shown_as_python_does_without_frames_or_folders_of_ours(console: Living) -> None:
    assert console.printed("app.fail()").splitlines()[:4] == [
        "Traceback (most recent call last):",
        '  File "<console>", line 1, in <module>',
        '  File "app.py", line 17, in fail',
        '    raise KeyError("no such item")',
    ]
    assert console.printed("app.fail()").endswith("KeyError: 'no such item'")
    told = console.printed("x = = 1")
    assert told.splitlines() == [
        '  File "<console>", line 1',
        "    x = = 1",
        "        ^",
        "SyntaxError: invalid syntax",
    ]


def test_nothing_that_was_shown_or_raised_is_kept(console: Living) -> None:
    console.answer("app.WATCHED.add(app.Item(-1)) or app.Item(-2)")
    assert console.printed("app.Item(-3)").startswith("<app.Item object")
    assert console.printed("gc.collect() and 0 or sum(type(x) is app.Item for x in gc.get_objects())") == "30\n"
    console.answer("def keep():\n    held = app.Item(-4)\n    app.WATCHED.add(held)\n    raise ValueError\n")
    assert "ValueError" in console.printed("keep()")
    assert console.printed("len(app.WATCHED)") == "0\n"
    assert console.printed("[name for name in dir(sys) if name.startswith('last')], '_' in globals()") == (
        "([], False)\n"
    )


def test_tools_are_at_hand_and_loaded_only_when_they_are_used(console: Living) -> None:
    assert console.printed("sorted({'objgraph', 'pympler', 'tracemalloc'} & set(globals()))") == "[]\n"
    assert console.printed("objgraph.count('Item'), asizeof(app.KEPT) > 1_000, gc.isenabled()") == "(30, True, True)\n"
    assert console.printed("tracemalloc.is_tracing(), weakref.getweakrefcount(app.KEPT[0])") == "(False, 0)\n"


def test_load_goes_on_where_the_run_has_ended() -> None:
    with living(program(APP)) as process:
        assert process.printed("load(5); len(app.KEPT), app.KEPT[-1].number") == "(35, 34)\n"


def test_what_a_program_logs_is_shown_with_the_statement_that_had_it_logged(console: Living) -> None:
    assert console.printed("app.warn()") == "log: careful\n"


def test_output_is_cut_as_that_of_a_run(console: Living) -> None:
    console.answer("for i in range(100_000): print(i)\n")
    assert "output-cut" in [signal.kind for signal in console.signals]
    assert console.printed("1") == "1\n"


@pytest.mark.parametrize("source", ["input()", "breakpoint()"])
def test_there_is_no_keyboard_and_that_is_said(console: Living, source: str) -> None:
    assert "waits for a keyboard, and there is none here" in console.printed(source)


def test_to_exit_leaves_the_console_open(console: Living) -> None:
    assert console.printed("import sys; sys.exit(3)").endswith("SystemExit: 3")
    assert console.printed("1") == "1\n"


def test_await_waits_on_virtual_time_with_a_loop_of_the_console(console: Living) -> None:
    source = "import asyncio, time\nbefore = time.time()\nawait asyncio.sleep(3600)\nround(time.time() - before)"
    assert console.printed(source) == "3600\n"
    assert console.printed("asyncio.run(asyncio.sleep(1, 'slept'))") == "'slept'\n"


def test_await_waits_on_the_loop_of_the_program() -> None:
    with living(program(ASYNC_APP, workload=ASYNC)) as process:
        assert process.printed("len(app.KEPT)") == "30\n"
        assert float(process.printed("await app.wait_for(600)")) > 600
        assert process.printed("await app.WAITING[0]; [task.done() for task in app.WAITING]") == "[True]\n"
        told = process.printed("await asyncio.get_running_loop().create_future()")
        assert told == "NeverFinished: Everything waits, and nothing is scheduled that could end the waiting."
        assert process.printed("load(3); len(app.KEPT)") == "33\n"


def test_a_diagnosis_leaves_its_program_alive_too() -> None:
    judged = program(APP, diagnosis=DIAGNOSIS, diagnose="import app\nfound = app.KEPT[0]\nprint('looked')\n")
    with living(judged, "diagnose") as process:
        assert process.printed("len(app.KEPT), 'found' in globals()") == "(10, False)\n"


def test_a_program_that_crashed_can_be_looked_at() -> None:
    with living(program(APP.replace("KEPT.append", "i == 15 and exec('raise SystemExit'); KEPT.append"))) as process:
        assert process.printed("len(app.KEPT)") == "15\n"


def test_a_program_that_replaced_built_ins_meets_its_own() -> None:
    app = "import builtins\nbuiltins.len = lambda of: -1\ndef handle(i): pass\n"
    with living(program(app)) as process:
        assert process.printed("len([])") == "-1\n"


def test_a_file_of_the_program_stands_in_for_no_module_of_the_console() -> None:
    names = ("code", "codeop", "traceback", "inspect", "ast")
    with living(program("def handle(i): pass\n", **dict.fromkeys(names, "raise ValueError"))) as process:
        assert process.printed("1 + 1") == "2\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("app.KE", {"KEPT"}),
        ("print(app.KEPT[0].nu", {"number"}),
        ("import ap", {"app"}),
        ("from app import KEPT, ha", {"handle"}),
        ("gc.get_ref", {"get_referents", "get_referrers"}),
        ("objg", {"objgraph"}),
        ("isinst", {"isinstance"}),
        ("app.nothing.", set()),
        ("app.fail().", set()),
        ("'text", set()),
        ("3", set()),
    ],
)
def test_completion_knows_what_is_there(console: Living, source: str, expected: set[str]) -> None:
    assert expected <= set(console.completed(source))
    assert expected or not console.completed(source)


def test_completion_runs_nothing_of_the_program() -> None:
    app = """
class Asked:
    @property
    def loaded(self):
        print("ASKED")
    def __getattr__(self, name):
        print("ASKED", name)
    def __dir__(self):
        print("ASKED dir")
        return []
THING = Asked()
def handle(i): pass
"""
    with living(program(app)) as process:
        assert process.completed("app.THING.lo") == ("loaded",)
        assert process.completed("app.THING.loaded.") == ()
        assert [signal.kind for signal in process.signals] == ["completions"]


def test_a_picture_comes_in_the_order_of_the_output(console: Living) -> None:
    console.answer("print('first'); objgraph.show_backrefs([app.KEPT[0]], max_depth=2); print('last')")
    texts = [getattr(signal, "text", "") for signal in console.signals]
    at = [signal.kind for signal in console.signals].index("graph")
    assert "first" in "".join(texts[:at])
    assert "last" in "".join(texts[at:])
    (picture,) = console.pictures()
    assert picture.title == "objgraph.show_backrefs"
    assert picture.dot.startswith("digraph ObjectGraph {")
    assert "Item" in picture.dot


def test_pictures_have_limits(console: Living) -> None:
    printed = console.printed("for _ in range(25): objgraph.show_refs([app.KEPT[0]], max_depth=1)\n")
    assert len(console.pictures()) == 20
    assert "No more than 20 pictures are shown at once." in printed
    printed = console.printed("objgraph.show_refs([[[str(i) * 30] for i in range(2000)]], too_many=5000)")
    assert console.pictures() == []
    assert "too large to be shown here" in printed


def test_a_diagnosis_shows_its_pictures_and_their_lines() -> None:
    judged = program(
        APP,
        diagnosis=DIAGNOSIS,
        diagnose="import app, objgraph\n"
        "objgraph.show_chain(objgraph.find_backref_chain(app.KEPT[0], objgraph.is_proper_module))\n",
    )
    with living(judged, "diagnose") as process:
        (picture,) = process.pictures()
        assert picture.title == "objgraph.show_chain, diagnose.py:2"
