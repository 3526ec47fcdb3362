"""
The stack that a program sees. What leads to its code is no call of ours but a step: a callable, handed down to the
bottom and called there, where nobody but its own callers is.
"""

from collections.abc import Callable, Generator
from inspect import isawaitable
from types import FunctionType
from typing import Any, TypeVar, cast

_T = TypeVar("_T")
_F = TypeVar("_F", bound=Callable[..., Any])

# Hands down what is to be called, is sent what that raised, and comes to a result of its own.
Steps = Generator[Callable[[], object], list[BaseException], _T]
# As of what was typed at a prompt.
UNSEEN = "<stdin>"


class Stopped(Exception):
    """Carries a StopIteration of the program's, which no generator lets through as it is."""


def called(call: Callable[[], object]) -> Steps[None]:
    """The step that calls it. Raises as it does."""
    raised = yield call
    # In no name: its traceback leads to this frame.
    if raised and isinstance(raised[0], StopIteration):
        raise Stopped(raised.pop()) from None
    if raised:
        raise raised.pop()


def as_raised(error: BaseException) -> BaseException:
    """What the program raised, where a step raised `error`."""
    return error.args[0] if isinstance(error, Stopped) else error


def unseen(function: _F, file: str = UNSEEN) -> _F:
    """The same function, in whose frames neither a file nor a module of ours is seen."""
    code = function.__code__
    names = function.__globals__
    space = {name: names[name] for name in code.co_names if name in names}
    space |= {"__name__": "__main__", "__builtins__": names["__builtins__"]}
    copied = FunctionType(
        code.replace(co_filename=file), space, code.co_name, function.__defaults__, function.__closure__
    )
    return cast(_F, copied)


@unseen
def drive(steps: Steps[_T]) -> _T:
    """Carry out `steps` to their end; of nothing that they call is anything kept. For whoever is at the bottom."""
    raised: list[BaseException] = []
    try:
        call = next(steps)
        while True:
            try:
                call()
            except BaseException as error:
                raised.append(error)
            del call
            call = steps.send(raised)
    except StopIteration as ended:
        return cast(_T, ended.value)


@unseen
def keep(taker: Callable[[Any], object], function: Callable[..., Any], *arguments: object) -> None:
    """Call `function` as a step does, and give what it comes to to `taker`."""
    taker(function(*arguments))


@unseen
async def drive_in_task(steps: Steps[None]) -> None:
    """The same as a task of an event loop: what is called may be awaited."""
    raised: list[BaseException] = []
    try:
        call = next(steps)
        while True:
            try:
                result: object = call()
                if isawaitable(result):
                    await result
            except BaseException as error:
                raised.append(error)
            result = None
            del call
            call = steps.send(raised)
    except StopIteration:
        pass
