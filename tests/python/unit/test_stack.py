"""What leads to a program's code is on no stack that the program sees, and takes from it what it raises."""

import asyncio
import contextlib
import sys
import weakref
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest

from leaklab.world import stack
from leaklab.world.stack import Steps, as_raised, called, drive, drive_in_task, keep


class Result:
    """Something that can be watched."""


def two_calls(call: Callable[[], object], seen: list[object]) -> Steps[str]:
    try:
        yield from called(call)
    except BaseException as error:
        seen.append(as_raised(error))
    yield from called(partial(seen.append, "went on"))
    return "came to its end"


def raising(error: BaseException) -> None:
    raise error


@pytest.mark.parametrize("kind", [ValueError, StopIteration, GeneratorExit, KeyboardInterrupt, SystemExit, MemoryError])
def test_what_a_call_raises_comes_to_where_it_was_asked_for(kind: type[BaseException]) -> None:
    error, seen = kind("as it was"), list[object]()
    assert drive(two_calls(partial(raising, error), seen)) == "came to its end"
    assert seen == [error, "went on"]


def test_what_the_steps_themselves_raise_comes_through() -> None:
    def failing() -> Steps[None]:
        yield from called(list)
        raise KeyError("ours")

    with pytest.raises(KeyError, match="ours"):
        drive(failing())


def test_the_next_call_has_no_exception_behind_it() -> None:
    seen: list[object] = []

    def two() -> Steps[None]:
        with contextlib.suppress(ValueError):
            yield from called(partial(raising, ValueError("before")))
        yield from called(lambda: seen.append(sys.exc_info()[1]))

    drive(two())
    assert seen == [None]


def test_no_result_and_no_exception_is_kept() -> None:
    watched: list[weakref.ref[Result]] = []
    alive: list[object] = []

    def made(*, raised: bool) -> Result:
        result = Result()
        watched.append(weakref.ref(result))
        if raised:
            raise RuntimeError(result)
        return result

    def steps() -> Steps[None]:
        yield from called(partial(made, raised=False))
        alive.append(watched[-1]())
        with contextlib.suppress(RuntimeError):
            yield from called(partial(made, raised=True))
        alive.append(watched[-1]())

    drive(steps())
    assert alive == [None, None]


def files_below(frame: FrameType) -> list[str]:
    found = []
    below: FrameType | None = frame
    while below is not None:
        found.append(f"{below.f_code.co_filename} {below.f_globals['__name__']}")
        below = below.f_back
    return found


def test_a_call_has_nothing_of_ours_below_it() -> None:
    def look() -> list[str]:
        return files_below(sys._getframe(1))

    def deep(depth: int) -> Steps[None]:
        if depth:
            yield from deep(depth - 1)
        else:
            yield from called(partial(keep, found.append, look))

    found: list[list[str]] = []
    drive(deep(5))
    assert found[0][:2] == ["<stdin> __main__"] * 2
    assert found[0][2:] == files_below(sys._getframe())


def test_as_a_task_what_is_called_is_awaited() -> None:
    seen: list[object] = []

    async def waiting() -> None:
        await asyncio.sleep(0)
        seen.extend({below.split()[1] for below in files_below(sys._getframe())} & {stack.__name__})
        raise LookupError("after a while")

    def steps() -> Steps[None]:
        try:
            yield from called(waiting)
        except LookupError as error:
            seen.append(str(error))
        yield from called(partial(seen.append, "went on"))

    asyncio.run(drive_in_task(steps()))
    assert seen == ["after a while", "went on"]


def test_a_task_that_is_cancelled_hears_of_it_where_it_waits() -> None:
    seen: list[object] = []

    async def cancelled() -> None:
        task = asyncio.ensure_future(drive_in_task(steps()))
        await asyncio.sleep(0)
        task.cancel()
        await task

    def steps() -> Steps[None]:
        try:
            yield from called(partial(asyncio.sleep, 3_600))
        except asyncio.CancelledError:
            seen.append("cancelled")

    asyncio.run(cancelled())
    assert seen == ["cancelled"]
