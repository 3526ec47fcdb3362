"""What containers hold is counted without a word from the program."""

import gc
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import pytest

from leaklab.measure.contents import count_entries


class Hostile(type):
    """Every question is answered with an error."""

    def _refuse(cls, *_: object) -> NoReturn:
        raise AssertionError("The program was asked.")

    __hash__ = __eq__ = __instancecheck__ = _refuse


class HostileList(list[int], metaclass=Hostile):
    def __len__(self) -> NoReturn:
        raise AssertionError("The program was asked.")

    def __iter__(self) -> Iterator[int]:
        raise AssertionError("The program was asked.")

    def __getattribute__(self, name: str) -> NoReturn:
        raise AssertionError("The program was asked.")


@pytest.fixture(autouse=True)
def _settled() -> Iterator[None]:
    gc.collect()
    yield
    gc.unfreeze()


@pytest.mark.parametrize(
    "make",
    [
        lambda: [object()] * 1_000,
        lambda: set(range(1_000)),
        lambda: deque(range(1_000)),
        lambda: {number: [] for number in range(1_000)},
        lambda: OrderedDict((number, None) for number in range(1_000)),
        lambda: defaultdict(int, ((number, 0) for number in range(1_000))),
        lambda: Counter(range(1_000)),
        lambda: HostileList(range(1_000)),
    ],
    ids=["list", "set", "deque", "dict", "OrderedDict", "defaultdict", "Counter", "one that answers nothing"],
)
@pytest.mark.parametrize("frozen", [False, True])
def test_entries_are_counted_wherever_they_are(make: Callable[[], Any], frozen: bool) -> None:
    before = count_entries()
    made = make()
    if frozen:
        gc.freeze()
    assert count_entries() - before == pytest.approx(1_000, abs=30)
    assert (gc.get_freeze_count() > 0) == frozen
    del made
