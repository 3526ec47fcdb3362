"""Looks once more at what failed a promise: did an exception of the learner's own code come before it?"""

import builtins
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from leaklab.program.place import Place, is_judge
from leaklab.world.stack import Steps

_MISTAKES = frozenset(
    kind for kind in vars(builtins).values() if isinstance(kind, type) and issubclass(kind, Exception)
)


def own_exception(error: BaseException, again: Callable[[], Steps[None]], place: Place) -> Steps[BaseException | None]:
    """
    What came out of the learner's code and was turned into something else by a library, such as an answer 500, or by
    the check. `again` does once more what `error` ended; it may well succeed this time.
    """
    before: BaseException | None = error
    while before is not None:
        before = before.__cause__ or before.__context__
        if before is not None and is_from(before, place):
            return before
    witness = _Witness(place)
    traced = sys.gettrace()
    sys.settrace(witness.see)
    try:
        yield from again()
    except MemoryError:
        raise
    except BaseException:
        # It is known already that this fails.
        pass
    finally:
        sys.settrace(traced)
    return witness.escaped


class _Witness:
    """
    Of exceptions in the learner's files, the last that a library took over. Python's own alone: those that a library
    defines, such as one for 404, are its way to answer.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._passing: BaseException | None = None
        self.escaped: BaseException | None = None

    def see(self, frame: FrameType, event: str, value: Any) -> "Callable[[FrameType, str, Any], Any] | None":
        path = frame.f_code.co_filename
        if event == "exception":
            error = value[1]
            if self._place.is_learner(path):
                self._passing = error if type(error) in _MISTAKES else None
            elif error is self._passing and not (self._place.is_harness(path) or is_judge(path)):
                self.escaped = error
        return self.see


def is_from(error: BaseException, place: Place) -> bool:
    """Whether it came through the learner's code."""
    trace = error.__traceback__
    while trace is not None:
        if place.is_learner(trace.tb_frame.f_code.co_filename):
            return True
        trace = trace.tb_next
    return False
