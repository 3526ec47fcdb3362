"""
One unit is one invoice: a message that a process of Celery's pool takes and carries out, as its main process would hand
it over. A few of a hundred cannot be imported.
"""

import json
from collections.abc import Iterator
from itertools import repeat
from traceback import StackSummary, TracebackException, walk_tb
from types import CodeType, SimpleNamespace, TracebackType
from typing import Any

import billiard.einfo
from celery.app.trace import build_tracer, fast_trace_task, setup_worker_optimizations
from celery.signals import task_failure, task_internal_error
from tasks import app, import_invoice

# What can be turned: how many invoices of a hundred cannot be imported, and how large the PDF in each of them is.
LOAD = {"failing": 10, "kilobytes": 6}
# An invoice may be wrong in so many ways: a price is missing or is no number, or the document ends too early.
WAYS = 3
# What travels with every message of Celery's beside the arguments.
EMBEDDED = {"callbacks": None, "errbacks": None, "chain": None, "chord": None}


class BriefCode:
    """
    What a traceback says of a frame's code. Billiard would also copy the place of each of its instructions, thousands
    in Celery's, which nobody reads here.
    """

    def __init__(self, code: CodeType) -> None:
        self.co_filename, self.co_name = code.co_filename, code.co_name

    def co_positions(self) -> Iterator[tuple[None, None, None, None]]:
        return repeat((None, None, None, None))


def format_briefly(kind: type, error: BaseException, trace: TracebackType | None) -> list[str]:
    """
    The text of a failure, as `traceback.format_exception` has it but for the marks below each line. To find where
    those belong takes most of the time of a failure.
    """
    text = TracebackException(kind, error, trace, limit=0)
    give_stacks(text, error)
    return list(text.format())


def give_stacks(text: TracebackException, error: BaseException) -> None:
    text.stack = StackSummary.extract(walk_tb(error.__traceback__), lookup_lines=False)
    if text.__cause__ and error.__cause__:
        give_stacks(text.__cause__, error.__cause__)
    if text.__context__ and error.__context__:
        give_stacks(text.__context__, error.__context__)


def is_failing(i: int) -> bool:
    return (i + 1) * LOAD["failing"] // 100 > i * LOAD["failing"] // 100


def way_of(i: int) -> int:
    """How the invoice of unit `i`, which cannot be imported, is wrong."""
    return i * LOAD["failing"] // 100 % WAYS


def supplier_of(i: int) -> str:
    """Twelve at one time, and others in their place after a while."""
    return f"supplier-{i // 60 * 12 + i % 12:05}"


def number_of(i: int) -> str:
    return f"INV-{i:07}"


def lines_of(i: int) -> list[dict[str, Any]]:
    """What is due: a count and a price for each line."""
    lines: list[dict[str, Any]] = [{"count": (i + n) % 7 + 1, "cents": str(i % 40 * 100 + n)} for n in range(3)]
    if is_failing(i) and way_of(i) == 0:
        del lines[1]["cents"]
    if is_failing(i) and way_of(i) == 1:
        lines[1]["cents"] = "12,50"
    return lines


def text_of(i: int) -> str:
    """The invoice itself, as its supplier has sent it, with the PDF for whoever wants to print it."""
    text = json.dumps({"lines": lines_of(i), "pdf": "JVBERi0x" * (128 * LOAD["kilobytes"])})
    return text[:-30] if is_failing(i) and way_of(i) == 2 else text


def message_of(i: int) -> str:
    return json.dumps([[supplier_of(i), number_of(i), text_of(i)], {}, EMBEDDED])


# What a task, or one of its hooks, fell over last, which is not meant to.
FALLS: list[BaseException] = []


@task_failure.connect
def note_failure(sender: Any, exception: BaseException, **_: Any) -> None:
    # What a task says that it throws is a part of its work.
    if not isinstance(exception, sender.throws or ()):
        FALLS[:] = [exception]


@task_internal_error.connect
def note_fall(exception: BaseException, **_: Any) -> None:
    FALLS[:] = [exception]


def failed(i: int) -> BaseException | None:
    """What the task of invoice `i` fell over."""
    return FALLS.pop() if FALLS else None


def start_process() -> None:
    """What Celery does where a process of its pool begins, but for what a browser page has not, such as signals."""
    setup_worker_optimizations(app, "worker@page")
    for name, task in app.tasks.items():
        task.__trace__ = build_tracer(name, task, app.loader, "worker@page", app=app)


billiard.einfo.Traceback.Frame.Code = BriefCode
billiard.einfo.traceback = SimpleNamespace(format_exception=format_briefly)
start_process()

# What the latest task ended with: the type of an exception, or None if it succeeded.
ENDED: list[type | None] = [None]


def run(i: int) -> None:
    id, name = f"task-{i}", import_invoice.name
    request = {"id": id, "task": name, "root_id": id, "delivery_info": {}}
    has_failed, outcome, _ = fast_trace_task(name, id, request, message_of(i), "application/json", "utf-8")
    ENDED[0] = outcome.type if has_failed else None


# A process's first success and its first failures make what stays for good.
EARLY = range(-10 * WAYS, 0)
for early in EARLY:
    run(early)
