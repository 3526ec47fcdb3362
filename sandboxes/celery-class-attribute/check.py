"""What support and the customers rely on."""

from collections import Counter

import customers
from tracking import support_page
from workload import event_of

ask = customers.answer
asked: Counter[str] = Counter()
totals: dict[str, Counter[str]] = {}


def statuses_of(endpoint: str, kind: str) -> list[int]:
    """The status of every attempt that a delivery must have made."""
    if "//old." in endpoint:
        return [410]
    if kind in customers.DEMANDING and "//legacy." in endpoint:
        return [502] if kind == "digest" else [502, 502, 502]
    if kind in customers.DEMANDING and "//busy." in endpoint:
        return [503] if kind == "digest" else [503, 200]
    return [200]


def before() -> None:
    def count_and_answer(endpoint: str, kind: str, attempt: int) -> int:
        asked[endpoint] += 1
        return ask(endpoint, kind, attempt)

    customers.answer = count_and_answer
    for customer in customers.SUBSCRIPTIONS:
        totals[customer] = Counter(support_page(customer)["totals"])


def during(i: int) -> None:
    customer, event = event_of(i)
    expected = totals[customer]
    page = support_page(customer)
    shown = {endpoint: list(statuses) for id, endpoint, statuses in page["recent"] if id == event["id"]}
    for endpoint in customers.SUBSCRIPTIONS[customer]:
        statuses = statuses_of(endpoint, event["kind"])
        assert asked[endpoint] == len(statuses), (
            f"{endpoint} must get as many attempts for {event['id']} as before, {len(statuses)}, not {asked[endpoint]}."
        )
        if statuses == [410]:
            assert endpoint not in shown, "An endpoint that is gone must not show up among the finished deliveries."
            continue
        assert shown.get(endpoint) == statuses, (
            f"Support must see every attempt to {endpoint}, {statuses}, and sees {shown.get(endpoint)}."
        )
        expected["delivered" if statuses[-1] == 200 else "failed"] += 1
        expected["attempts"] += len(statuses)
    asked.clear()
    assert {name: count for name, count in page["totals"].items() if count} == expected, (
        f"The totals of {customer} must be {dict(expected)}, and are {page['totals']}."
    )


def after() -> None:
    kept = sum(len(support_page(customer)["recent"]) for customer in customers.SUBSCRIPTIONS)
    assert kept == 50, f"Support must see the latest 50 deliveries, and sees {kept}."
