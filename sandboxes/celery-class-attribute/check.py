"""What support and the customers rely on."""

import logging
import time
from collections import Counter, deque
from dataclasses import dataclass, field
from traceback import walk_tb
from types import TracebackType
from typing import Any

import customers
import workload
from celery.signals import task_internal_error
from client import WebhookClient
from customers import SUBSCRIPTIONS
from tracking import support_page
from workload import CUSTOMERS, EARLY, event_of

COUNTED_FROM = {"delivered": 9_000, "failed": 300, "attempts": 9_500}
SHOWN = 50
# Seconds by which an attempt may come late: as long as the load takes to look again.
LATE = 0.3


@dataclass(slots=True)
class Expected:
    """A delivery that is under way: what each of its attempts must meet, and when the last one was."""

    customer: str
    statuses: list[int]
    made: int = 0
    at: float = field(default_factory=time.monotonic)


Shown = tuple[str, str, list[int]]
under_way: dict[tuple[str, str], Expected] = {}
totals: dict[str, Counter[str]] = {customer: Counter(COUNTED_FROM) for customer in CUSTOMERS}
# Of customer, event and endpoint. What finished before the check began is on the page as well, and not here.
finished: deque[tuple[str, str, str, list[int]]] = deque(maxlen=SHOWN)
complaints: list[str] = []
# What a task has fallen over since the last look.
failures: list[str] = []


def statuses_of(endpoint: str, kind: str) -> list[int]:
    """The status of every attempt that a delivery must make."""
    demanding = kind in ("order.returned", "digest")
    if "//old." in endpoint:
        return [410]
    if demanding and "//legacy." in endpoint:
        return [502] if kind == "digest" else [502, 502, 502]
    if demanding and "//busy." in endpoint:
        return [503] if kind == "digest" else [503, 200]
    return [200]


def before() -> None:
    for unit in EARLY:
        customer, event = event_of(unit)
        for endpoint in SUBSCRIPTIONS[customer]:
            count(customer, statuses_of(endpoint, event["kind"]))
    post = WebhookClient.post

    def watched(self: WebhookClient, endpoint: str, event: dict[str, Any], attempt: int) -> int:
        notice(endpoint, event, attempt)
        return post(self, endpoint, event, attempt)

    WebhookClient.post = watched  # type: ignore[method-assign]


class Falls(logging.Handler):
    """What a task or one of its hooks falls over, which Celery logs as an error and goes on."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1] is not None:
            fell_over(record.exc_info[1], record.exc_info[2])


logging.getLogger("celery").addHandler(Falls(logging.ERROR))


@task_internal_error.connect
def fell_over_inside(exception: BaseException, traceback: TracebackType | None, **_: Any) -> None:
    fell_over(exception, traceback)


def fell_over(exception: BaseException, trace: TracebackType | None) -> None:
    steps = [(step.f_code.co_filename, line) for step, line in walk_tb(trace)]
    own = [f" ({file.rpartition('/')[2]}, line {line})" for file, line in steps if is_own(file)]
    failures[:] = [f"{type(exception).__name__}: {exception}{own[-1] if own else ''}. "]


def is_own(file: str) -> bool:
    return file.rpartition("/")[0] == (customers.__file__ or "").rpartition("/")[0]


def first(complaint: str) -> str:
    """What a task fell over comes before what follows from it."""
    return "".join(failures) + complaint


def notice(endpoint: str, event: dict[str, Any], attempt: int) -> None:
    """An attempt that is made: whether it is right is said at once, and what follows from it remembered."""
    id = event.get("id", "an event without an id") if isinstance(event, dict) else repr(event)
    expected = under_way.get((id, endpoint)) or begun(id, endpoint)
    if expected is None:
        complaints.append(f"{endpoint} must get {id} no more: that delivery has ended.")
        return
    _, whole = event_of(int(id[4:]))
    now = time.monotonic()
    if event != whole:
        part = next((name for name in whole if event.get(name) != whole[name]), "form")
        complaints.append(f"{endpoint} must get {id} whole, as it was published, and its {part} is another.")
    elif attempt != expected.made + 1:
        complaints.append(
            f"The attempt of {id} at {endpoint} must be number {expected.made + 1}, not {attempt}: "
            "each counts those before it."
        )
    elif expected.made and not 0 <= now - expected.at - 2 ** (expected.made - 1) < LATE:
        complaints.append(
            f"{id} must be tried again at {endpoint} {2 ** (expected.made - 1)} s after attempt {expected.made}, "
            f"not after {now - expected.at:.1f} s."
        )
    expected.made, expected.at = expected.made + 1, now
    if expected.made == len(expected.statuses):
        del under_way[id, endpoint]
        count(expected.customer, expected.statuses)
        if expected.statuses != [410]:
            finished.append((expected.customer, id, endpoint, expected.statuses))


# The unit that was checked last.
latest = {"unit": -1}
# The endpoints that the event of this unit has reached.
asked: list[str] = []


def begun(id: str, endpoint: str) -> Expected | None:
    """The delivery of the event that was just published, if it goes to that endpoint and was not begun before."""
    customer, event = event_of(latest["unit"] + 1)
    if event["id"] != id or endpoint not in SUBSCRIPTIONS[customer] or endpoint in asked:
        return None
    asked.append(endpoint)
    under_way[id, endpoint] = Expected(customer, statuses_of(endpoint, event["kind"]))
    return under_way[id, endpoint]


def count(customer: str, statuses: list[int]) -> None:
    if statuses != [410]:
        totals[customer]["delivered" if statuses[-1] == 200 else "failed"] += 1
        totals[customer]["attempts"] += len(statuses)


def during(i: int) -> None:
    assert not complaints, first(complaints[0])
    customer, event = event_of(i)
    for endpoint in SUBSCRIPTIONS[customer]:
        assert endpoint in asked, first(f"{endpoint} must get {event['id']}, which {customer} wants to hear of.")
    asked.clear()
    latest["unit"] = i
    for (id, endpoint), expected in under_way.items():
        wait = 2 ** (expected.made - 1)
        assert time.monotonic() - expected.at < wait + LATE, first(
            f"{id} must be tried again at {endpoint} {wait} s after attempt {expected.made}, and was not."
        )
    compare_finished()
    # Every customer has met every kind of event by then, so that what went wrong with one is told as that.
    if i >= len(EARLY):
        compare_totals()
    failures.clear()


def compare_totals() -> None:
    for customer, expected in totals.items():
        shown = support_page(customer)["totals"]
        for name, number in expected.items():
            assert shown.get(name) == number, first(
                f"Support must see {number} {name} for {customer}, and sees {shown.get(name)}."
            )


def compare_finished() -> None:
    pages = {customer: support_page(customer)["recent"] for customer in CUSTOMERS}
    kept = sum(map(len, pages.values()))
    assert kept == SHOWN, first(f"Support must see the latest {SHOWN} finished deliveries, and sees {kept}.")
    for customer, page in pages.items():
        expected = [(id, endpoint, statuses) for whose, id, endpoint, statuses in finished if whose == customer]
        shown = [(id, endpoint, list(statuses)) for id, endpoint, statuses in page]
        if shown[len(shown) - len(expected) :] != expected:
            raise AssertionError(first(what_is_wrong(customer, expected, shown)))


def what_is_wrong(customer: str, expected: list[Shown], shown: list[Shown]) -> str:
    """One thing: a delivery that is on the page too early or without right, one that is not, statuses, or the order."""
    statuses_at = {(id, endpoint): statuses for id, endpoint, statuses in shown}
    for (id, endpoint), statuses in statuses_at.items():
        if (id, endpoint) in under_way:
            return (
                f"{id} must be tried at {endpoint} {len(under_way[id, endpoint].statuses)} times, "
                f"and support sees it finished after {statuses}."
            )
        if "//old." in endpoint:
            return f"{endpoint} is gone, so support must not see {id} there among the finished deliveries."
    for id, endpoint, statuses in expected:
        if (id, endpoint) not in statuses_at:
            return f"Support must see the latest {SHOWN} finished deliveries, and does not see {id} at {endpoint}."
        if statuses_at[id, endpoint] != statuses:
            other = statuses_at[id, endpoint]
            return f"Support must see every attempt of {id} at {endpoint}, {statuses}, and sees {other}."
    return f"Support must see the deliveries of {customer} in the order in which they finished, {expected[-1][0]} last."


def after() -> None:
    workload.drain()
    assert not complaints, first(complaints[0])
    assert not under_way, f"Every delivery must end, and {next(iter(under_way))} has not."
    compare_totals()
    compare_finished()
