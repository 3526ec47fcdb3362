"""
For pytest: `@pytest.mark.bounded(...)` makes the body of a test one unit of load, and reports of failures are kept.

pytest finds it through the entry point of the installed package; a copy that is not installed is named:
`pytest -p leaklab.pytest_plugin`.
"""

import inspect
import json
import re
import shlex
from collections.abc import Callable, Generator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from leaklab.native.function import Terms
from leaklab.testing import NotBounded, assert_bounded
from leaklab.wire.codec import as_json

_NUMBER = "unit_number"
_TERMS = {field.name for field in fields(Terms)} - {"within"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where reports go, when it shall not be pytest's cache."""
    parser.getgroup("leaklab").addoption(
        "--bounded-reports",
        type=Path,
        metavar="DIR",
        help="where the report of each test whose memory is not bounded is written; default: pytest's cache",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Declares the marker."""
    config.addinivalue_line(
        "markers",
        "bounded(budget=, sensitivity=, cap=, warm_up=, seed=, unit=, rate=, time=): call the test again and again, "
        "and fail when its memory is not bounded; terms as in leaklab.testing.assert_bounded",
    )


@pytest.fixture
def unit_number() -> int:
    """In a test that is marked `bounded`: the number of the call, from 0."""
    return 0


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Judges a marked test in place of calling it once. A fork has all that its fixtures have set up."""
    __tracebackhide__ = True
    marker = pyfuncitem.get_closest_marker("bounded")
    if marker is None:
        return None
    if marker.args or not marker.kwargs.keys() <= _TERMS:
        terms = ", ".join(sorted(_TERMS))
        pytest.fail(f"{pyfuncitem.nodeid}: the marker bounded takes {terms}, each by its name.", pytrace=False)
    assert_bounded(_unit_of(pyfuncitem), **marker.kwargs)
    return True


def _unit_of(item: pytest.Function) -> Callable[[int], Any]:
    test = item.obj
    given = {name: item.funcargs[name] for name in inspect.signature(test).parameters}

    def arguments(number: int) -> dict[str, Any]:
        return {**given, _NUMBER: number} if _NUMBER in given else given

    async def call_async(number: int) -> None:
        await test(**arguments(number))

    def call(number: int) -> None:
        test(**arguments(number))

    # Its lines are the test's, and a signature of its own has one number.
    unit: Callable[[int], Any] = call_async if inspect.iscoroutinefunction(test) else call
    unit.__module__, unit.__qualname__ = test.__module__, test.__qualname__
    return unit


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keeps the report of a test that failed because memory is not bounded, and says where."""
    report = yield
    if call.excinfo is None or not isinstance(call.excinfo.value, NotBounded):
        return report
    if item.get_closest_marker("bounded"):
        # The frames are the plugin's: the sentence is all there is to say.
        report.longrepr = str(call.excinfo.value)
    folder = _folder(item.config)
    if folder is not None:
        name = re.sub(r"[^\w.-]+", "-", item.nodeid).strip("-")
        file = folder / f"{name}.json"
        file.write_text(json.dumps(as_json(call.excinfo.value.judgement)), encoding="utf-8")
        as_page = f"python -m leaklab report {shlex.quote(str(file))} --html report.html"
        report.sections.append(("leaklab", f"The report with its curve: {file}\nAs a page: {as_page}"))
    return report


def _folder(config: pytest.Config) -> Path | None:
    """Null where nothing may be written: with `-p no:cacheprovider`."""
    chosen: Path | None = config.getoption("--bounded-reports")
    if chosen is None:
        cache: pytest.Cache | None = getattr(config, "cache", None)
        return cache.mkdir("leaklab") if cache is not None else None
    chosen.mkdir(parents=True, exist_ok=True)
    return chosen
