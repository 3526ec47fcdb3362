"""Objects that run code of theirs whenever somebody asks them anything: the explanation asks none of them."""

import pytest
from programs import carried_out, printed, program
from shared import Shared

from leaklab.native.signals import ChildSignal
from leaklab.wire.report import Explanation
from leaklab.wire.signals import Explained

# Each prints what it was asked, and then does worse: it raises, imports what is not there, or never comes back.
HOSTILE = '''
import gc, importlib, sys, types
from collections import OrderedDict, deque
from unittest import mock

from django.utils.functional import SimpleLazyObject
from werkzeug.local import LocalProxy
from contextvars import ContextVar

KEPT, ONE_OF_EACH, KEYS = [], [], {}
armed = False


def asked(who, what):
    if armed:
        print(f"ASKED {who}: {what}")
        importlib.import_module("a_package_that_is_missing")


def refuse(who, *names):
    def refusing(name):
        def refused(self, *arguments, **options):
            asked(who, name)
            raise RuntimeError(name)
        return refused
    return {name: refusing(name) for name in names}


ASKING = ("__getattr__", "__eq__", "__ne__", "__hash__", "__repr__", "__str__", "__len__", "__iter__", "__bool__",
          "__sizeof__", "__contains__", "__format__", "__dir__", "__getitem__", "__call__", "__instancecheck__",
          "__subclasscheck__", "__get__", "__reduce__", "__lt__", "__index__", "__class_getitem__")


def hostile(name, base=object, **more):
    return types.new_class(name, (base,), {}, lambda space: space.update(refuse(name, *ASKING), **more))


class LazyProxy:
    """As werkzeug's, wrapt's and SQLAlchemy's: `__class__` and `__dict__` are those of what is not there yet."""
    __slots__ = ("inner", "__weakref__")
    __class__ = property(lambda self: asked("LazyProxy", "__class__"))
    __dict__ = property(lambda self: asked("LazyProxy", "__dict__"))
    __module__ = "lazy"
    locals().update(refuse("LazyProxy", *ASKING))
    def __getattribute__(self, name):
        asked("LazyProxy", f"__getattribute__ {name}")
        raise RuntimeError(name)


class Endless:
    """Each attribute leads to one more."""
    def __getattr__(self, name):
        asked("Endless", name)
        return Endless()


class Meta(type):
    def __hash__(cls): asked("Meta", "__hash__"); raise TypeError
    def __eq__(cls, other): asked("Meta", "__eq__"); raise TypeError
    def __getattribute__(cls, name): asked("Meta", name); return type.__getattribute__(cls, name)
    def __instancecheck__(cls, other): asked("Meta", "__instancecheck__"); raise TypeError
    @property
    def __name__(cls): asked("Meta", "__name__"); raise TypeError
    @property
    def __dict__(cls): asked("Meta", "__dict__"); raise TypeError


OfMeta = Meta("OfMeta", (), {})
Dict = hostile("Dict", dict, **refuse("Dict", "items", "keys", "values", "get", "__reversed__"))
List = hostile("List", list, **refuse("List", "__reversed__"))
Deque = hostile("Deque", deque)
Set = hostile("Set", set)
Ordered = hostile("Ordered", OrderedDict, **refuse("Ordered", "items", "keys"))
Plain = hostile("Plain")
Key = hostile("Key", object, __hash__=lambda self: 7)
Text = hostile("Text", str, __hash__=str.__hash__)
Module = hostile("Module", types.ModuleType)
Error = hostile("Error", Exception)
Descriptor = hostile("Descriptor")


class Holder:
    entry = Descriptor()
    def __init__(self): self.kept = [LazyProxy(), Plain()]


class Slotted:
    __slots__ = ("kept",)


def loading():
    asked("SimpleLazyObject", "the function behind it")
    raise RuntimeError


class Asked(mock.MagicMock):
    def __getattr__(self, name):
        asked("MagicMock", name)
        return super().__getattr__(name)


def frames_of_a_class_body():
    class Space(dict):
        def __missing__(self, key): raise KeyError(key)
        def items(self): asked("Space", "items")
    try:
        exec("1 / 0", {}, Space())
    except ZeroDivisionError as error:
        return error


MAKERS = (
    lambda: LazyProxy(), lambda: Endless(), lambda: OfMeta(), lambda: Dict(a=[]), lambda: List([[]]),
    lambda: Deque([[]]), lambda: Set(), lambda: Ordered(), lambda: Plain(), lambda: {Key(): []},
    lambda: {Text("key"): []}, lambda: Error([]), lambda: Holder(), lambda: SimpleLazyObject(loading),
    lambda: LocalProxy(ContextVar("unset")), lambda: Module("made"),
    lambda: types.new_class("Made", (), {}), frames_of_a_class_body,
)
for make in MAKERS:
    ONE_OF_EACH.append(make())
ONE_OF_EACH.append(Asked())
for number, thing in enumerate(ONE_OF_EACH):
    globals()[f"named_{number}"] = thing
sys.modules["lazy"] = ONE_OF_EACH[0]
sys.modules["lazy.module"] = Module("lazy.module")
sys.modules["made.of.text"] = "text"
unnamed = lambda: None
unnamed.__module__ = ONE_OF_EACH[0]
unnamed.__dict__["held"] = LazyProxy()


def handle(i):
    global armed
    armed = False
    for make in MAKERS:
        KEPT.append(make())
    armed = True
'''
ASKED = (
    "LazyProxy",
    "Endless",
    "Meta",
    "Dict",
    "List",
    "Deque",
    "Set",
    "Ordered",
    "Plain",
    "Key",
    "Text",
    "Module",
    "Error",
    "Descriptor",
    "SimpleLazyObject",
    "MagicMock",
    "Space",
)


@pytest.fixture(scope="session")
def signals(shared: Shared) -> list[ChildSignal]:
    return shared.once("hostile", lambda: carried_out("explain", program(HOSTILE)))


@pytest.mark.parametrize("who", ASKED)
def test_it_is_not_asked(signals: list[ChildSignal], who: str) -> None:
    assert [line for line in printed(signals).splitlines() if line.startswith(f"ASKED {who}:")] == []


def test_who_holds_them_is_found_all_the_same(signals: list[ChildSignal]) -> None:
    explanation = explained(signals)
    assert {"app.KEPT"} == {path.root for path in explanation.retainers}
    assert {"LazyProxy", "Plain", "type"} <= {row.type for row in explanation.survivors}
    assert explanation.allocations[0].frame.file == "app.py"


def test_what_is_kept_is_explained_without_asking_either() -> None:
    signals = carried_out("explain", program(HOSTILE), units=200, about="kept", size=100_000)
    assert "ASKED" not in printed(signals)
    assert {"app.KEPT"} == {path.root for path in explained(signals).retainers}


def explained(signals: list[ChildSignal]) -> Explanation:
    last = signals[-1]
    assert isinstance(last, Explained), last
    return last.explanation
