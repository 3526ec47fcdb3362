"""Looks at the objects of a program that lives on."""

from collections.abc import Iterator

import pytest
from living import Living, living
from programs import program
from test_hostile_objects import HOSTILE

from leaklab.wire.living import Neighbour, ObjectLook
from leaklab.wire.signals import Printed

APP = """
import sys
from collections import deque

class Loan:
    __slots__ = ("number", "reader")
    def __init__(self, number):
        self.number, self.reader = number, {"name": "Ada"}

class Ledger:
    def __init__(self):
        self.returned = []

class Tricky:
    def __init__(self):
        self.loaded = None
    def __repr__(self):
        self.loaded = ["much"]
        import this_is_none_of_yours
        return "Tricky()"

class Rude:
    def __repr__(self):
        raise LookupError("not for you")

class Wordy:
    def __repr__(self):
        return "word " * 10_000

LEDGER = Ledger()
BY_NUMBER = {}
TRICKY, RUDE, WORDY = Tricky(), Rude(), Wordy()
LATEST = deque(maxlen=3)

def remember(seen):
    def remembered():
        return seen
    return remembered

def paused(held):
    yield held

REMEMBERED = remember(Ledger())
SUSPENDED = paused(Ledger())
next(SUSPENDED)

class Registry:
    entries = Ledger()

def handle(i):
    loan = Loan(i)
    LEDGER.returned.append(loan)
    BY_NUMBER[i] = loan
    LATEST.append(loan)
"""


@pytest.fixture(scope="module")
def process() -> Iterator[Living]:
    files = {"this_is_none_of_yours": "YES = True\n"}
    with living(program(APP, **files)) as living_program:
        yield living_program


def step(neighbours: tuple[Neighbour, ...], how: str) -> Neighbour:
    return next(one for one in neighbours if one.how == how)


def test_from_a_type_to_the_name_that_holds_its_instances(process: Living) -> None:
    loans = process.instances("Loan")
    assert (loans.type, loans.count) == ("app.Loan", 30)
    texts = [thing.text for thing in loans.instances[:2]]
    assert texts == ["number=29, reader=dict of 1", "number=28, reader=dict of 1"]
    loan = process.object(loans.instances[0].handle)
    assert {one.how for one in loan.referrers} == {"[29]", "[2]"}
    assert [(one.how, one.thing.text) for one in loan.referents] == [(".number", "29"), (".reader", "1 entry")]
    in_list = next(one for one in loan.referrers if one.thing.type == "list")
    returned = process.object(in_list.thing.handle)
    assert returned.referent_count == 30
    assert [(one.how, one.thing.type) for one in returned.referrers] == [(".returned", "app.Ledger")]
    ledger = process.object(returned.referrers[0].thing.handle)
    assert [(one.how, one.thing.type, one.thing.text) for one in ledger.referrers] == [("app.LEDGER", "module", "app")]


def test_one_can_go_back_and_on_from_there(process: Living) -> None:
    ledger = process.object("app.LEDGER")
    returned = process.object(ledger.referents[0].thing.handle)
    first = process.object(step(returned.referents, "[0]").thing.handle)
    assert process.object(returned.thing.handle).thing == returned.thing
    assert process.object(ledger.thing.handle).thing == ledger.thing
    assert process.reason(first.thing.handle).startswith("The process has run on since")


@pytest.mark.parametrize(
    ("name", "how", "type_name"),
    [
        ("app.BY_NUMBER[4]", "[4]", "dict"),
        ("app.LEDGER.returned[4]", "[4]", "list"),
        ("app.LATEST[0]", "[0]", "collections.deque"),
        ("app.Registry.entries", ".entries", "type"),
        ("app.handle", "app.handle", "module"),
    ],
)
def test_each_holder_is_told_with_the_place_in_it(process: Living, name: str, how: str, type_name: str) -> None:
    assert (how, type_name) in [(one.how, one.thing.type) for one in process.object(name).referrers]


def test_what_a_closure_and_a_suspended_function_hold_is_told_by_name(process: Living) -> None:
    remembered = process.object("app.REMEMBERED")
    seen = process.object(step(remembered.referents, "cell seen").thing.handle)
    assert [(one.how, one.thing.type) for one in seen.referrers] == [("closure cell seen", "function")]
    suspended = process.object("app.SUSPENDED")
    held = process.object(step(suspended.referents, "paused() held").thing.handle)
    assert "generator" in {one.thing.type for one in held.referrers}


def test_a_name_of_the_console_is_a_holder_like_any_other(process: Living) -> None:
    process.answer("mine = app.LEDGER")
    assert "the console’s mine" in [one.how for one in process.object("mine").referrers]
    process.answer("del mine")


def test_the_value_of_the_last_expression_is_at_hand_until_the_next_statement(process: Living) -> None:
    value = process.answer("[app.LEDGER]").value
    assert value is not None
    assert (value.type, value.text) == ("list", "1 entry")
    look = process.object(None)
    assert (look.thing.type, look.referrers) == ("list", ())
    process.answer("pass")
    assert process.reason(look.thing.handle).startswith("The process has run on since")


def test_a_repr_that_loads_raises_or_goes_on_is_said(process: Living) -> None:
    tricky = process.object("app.TRICKY")
    assert tricky.repr == "Tricky()"
    assert tricky.notes == ("Its repr changed it: .loaded.", "Its repr imported this_is_none_of_yours.")
    assert process.object("app.RUDE").notes == ("Its repr raises LookupError: not for you",)
    wordy = process.object("app.WORDY")
    assert len(wordy.repr) == 2_000
    assert wordy.notes == ("Its repr has 50,000 characters; here are the first 2,000.",)


def test_neighbours_are_told_without_asking_them(process: Living) -> None:
    process.answer("app.TRICKY.loaded = None; box = [app.TRICKY, app.RUDE]")
    assert [one.thing.text for one in process.object("box").referents] == ["loaded=None", ""]
    process.answer("del box")


def test_the_whole_size_is_told_when_it_is_asked_for(process: Living) -> None:
    assert process.object("app.LEDGER").deep_size is None
    deep = process.object("app.LEDGER", deep=True)
    assert deep.deep_size is not None
    assert deep.deep_size > 10 * deep.thing.size


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("app.NOTHING", "app.NOTHING is not there"),
        ("Nothing", "There is no Nothing here."),
        ("app.LEDGER.returned[99]", "app.LEDGER.returned[99] is not there."),
        ("app.handle(1)", "is no name"),
        ("1 +", "is no name"),
        ("str", "The collector tracks no instance of str"),
    ],
)
def test_what_cannot_be_found_is_said(process: Living, name: str, reason: str) -> None:
    assert reason in process.reason(name)


@pytest.mark.parametrize("name", ["dict", "list", "tuple", "function", "type", "module"])
def test_nothing_of_the_judge_is_among_the_instances(process: Living, name: str) -> None:
    look = process.look(name)
    assert look.kind == "type"
    assert "leaklab" not in repr([thing.text for thing in look.instances])


@pytest.fixture(scope="module")
def hostile() -> Iterator[Living]:
    with living(program(HOSTILE), units=3) as process:
        yield process


@pytest.mark.parametrize(
    "name", ["app.KEPT", "app.ONE_OF_EACH", "dict", "Plain", "LazyProxy", "app.KEPT[0]", "app.Holder", "app.unnamed"]
)
def test_what_is_around_is_told_without_asking_any_object(hostile: Living, name: str) -> None:
    look = hostile.look(name)
    told = [signal.text for signal in hostile.signals if isinstance(signal, Printed)]
    # The object itself is asked for its repr, and that is said.
    assert [line for line in "".join(told).splitlines() if not line.endswith("__repr__")] == []
    assert look.kind != "none"
    hostile.completed(f"{name}.")
    assert [signal.kind for signal in hostile.signals] == ["completions"]


def test_names_without_end_are_cut(process: Living) -> None:
    process.answer("long = type('T' * 50_000, (), {})(); setattr(long, 'a' * 50_000, long)")
    look = process.object("long")
    assert len(look.thing.type) <= 80
    assert all(len(one.how) <= 80 for one in (*look.referents, *look.referrers))
    assert process.completed("long.a") == ()
    process.answer("del long")


CENSUS = """
import gc
from collections import Counter
gc.collect()
census = Counter(type(x).__name__ for x in gc.get_objects())
len(gc.get_objects()), sys.getrefcount(app.LEDGER), sys.getrefcount(app.LEDGER.returned)
"""


def looked(process: Living) -> ObjectLook:
    """Two steps, the whole size, a type, and what is not there."""
    ledger = process.object("app.LEDGER", deep=True)
    returned = process.object(ledger.referents[0].thing.handle)
    process.object(returned.referents[0].thing.handle)
    process.object(returned.thing.handle)
    process.instances("Loan")
    process.reason("app.NOTHING")
    process.completed("app.LEDGER.re")
    return process.object("app.LEDGER")


def test_to_look_leaves_nothing_behind() -> None:
    with living(program(APP)) as process:
        # What is loaded and remembered with the first looks stays.
        for _ in range(2):
            process.printed(CENSUS)
            looked(process)
        before = process.printed(CENSUS)
        for _ in range(5):
            looked(process)
        assert process.printed(CENSUS) == before


def test_what_is_let_go_of_can_be_freed(process: Living) -> None:
    process.answer("import weakref\nlast = app.Ledger()\nwatch = weakref.ref(last)")
    process.object("last")
    process.let_go()
    assert process.printed("del last; watch() is None") == "True\n"
