"""Units that fail while a program is only watched: let pass, counted, and the first of them told."""

from asyncio import AbstractEventLoop
from dataclasses import replace
from functools import partial
from typing import Any

from leaklab.load.load import AsyncLoad, Load, NeverFinished
from leaklab.load.witness import is_from, own_exception
from leaklab.program.failure import about_threads, message_of, missing_name, python_error
from leaklab.program.place import Place
from leaklab.program.workload import Workload
from leaklab.wire.describe import describe_error
from leaklab.wire.report import Failures
from leaklab.world.built_ins import OUR_BUILT_INS
from leaklab.world.stack import Steps

# What nobody recovers from, and what the next unit would fail of as well.
_ENDS = (MemoryError, NeverFinished, ModuleNotFoundError)


class Failing:
    """
    A unit failed when it raised, or when the workload says so. What would end every unit in the same way, such as a
    name that the workload needs and that is not there, is raised all the same.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._count = 0
        # Whether more have failed since `so_far` said how many.
        self.more = False
        self._first: tuple[int, BaseException | str] | None = None
        self._told: Failures | None = None
        self._workload: Workload | None = None

    def watched(self, workload: Workload) -> Workload:
        """The same load, of which failures do not come through."""
        self._workload = workload

        def took(unit: int, raised: list[BaseException]) -> None:
            if workload.took is not None:
                workload.took(unit, raised)
            if not raised:
                self._ask(unit)
            elif isinstance(raised[0], Exception):
                self._let_pass(unit, raised)

        return replace(workload, took=took)

    def listen(self, load: Load) -> None:
        """To what the loop says of tasks whose exception nobody asks for, unless the workload knows what has failed."""
        if isinstance(load, AsyncLoad) and self._workload is not None and self._workload.failed is None:
            load.loop.set_exception_handler(self._heard)

    def _heard(self, loop: AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self._note(0, error)
        loop.default_exception_handler(context)

    def so_far(self, load: Load) -> Steps[Failures | None]:
        """All that failed until now, if any did; the first has its unit carried out once more, to see why."""
        self.more = False
        if self._first is not None:
            unit, what = self._first
            self._first = None
            with OUR_BUILT_INS:
                self._told = yield from self._tell(load, unit, what)
        if self._told is None:
            return None
        return replace(self._told, count=min(self._count, load.completed), units=load.completed)

    def _let_pass(self, unit: int, raised: list[BaseException]) -> None:
        with OUR_BUILT_INS:
            if not isinstance(raised[0], _ENDS) and missing_name(raised[0], self._place) is None:
                self._note(unit, raised.pop())

    def _ask(self, unit: int) -> None:
        """What the workload saw go wrong since it was last asked, in this unit or in what others left for later."""
        failed = self._workload.failed if self._workload is not None else None
        if failed is None:
            return
        try:
            what = failed(unit)
        except Exception as error:
            what = error
        if what is not None:
            self._note(unit, what)

    def _note(self, unit: int, what: BaseException | str) -> None:
        self._count += 1
        self.more = True
        if self._first is None and self._told is None:
            self._first = unit, what

    def _tell(self, load: Load, unit: int, what: BaseException | str) -> Steps[Failures]:
        assert self._workload is not None
        run = self._workload.run
        error = what if isinstance(what, BaseException) else AssertionError(what)
        own: BaseException | None = error
        if not is_from(error, self._place):
            own = yield from own_exception(error, lambda: load.call(partial(run, unit)), self._place)
            # What the workload saw of that is no failure of the load's.
            count = self._count
            self._ask(unit)
            self._count, self._first, self.more = count, None, False
            if own is None and error is what:
                own = error
        seen = what if isinstance(what, str) else ""
        if own is None:
            return Failures(count=0, units=0, reason=seen, detail="", error=None)
        told = python_error(own, self._place)
        at = told.frames[-1] if told.frames else None
        reason = describe_error(told.type, message_of(own), (at.file, at.line) if at else None)
        return Failures(count=0, units=0, reason=reason, detail=seen or about_threads(own), error=told)
