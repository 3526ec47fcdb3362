"""What the tasks that deliver webhooks have in common: a client, and a record for the support page."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Any, ClassVar

from celery import Task
from client import WebhookClient
from customers import COUNTED


@dataclass(slots=True)
class Delivery:
    """One event on its way to one endpoint, over all its attempts."""

    customer: str
    endpoint: str
    event: dict[str, Any]
    statuses: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Finished:
    """What support sees of a delivery."""

    customer: str
    event_id: str
    endpoint: str
    statuses: list[int]


class DeliveryTask(Task):
    """Retries what is worth it, and follows each delivery from its first attempt to its end."""

    max_retries = 2

    client = WebhookClient(timeout=5.0)
    totals: ClassVar[dict[str, Counter[str]]] = {}
    recent: ClassVar[deque[Finished]] = deque(maxlen=50)
    in_flight: ClassVar[dict[str, Delivery]] = {}

    def before_start(self, task_id: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        # A retry is a new message with the same id, so its record may be here already.
        if task_id not in self.in_flight:
            self.in_flight[task_id] = Delivery(*args)

    def attempt(self) -> int:
        """Make one attempt and note the status that came back."""
        delivery = self.in_flight[self.request.id]
        status = self.client.post(delivery.endpoint, delivery.event, len(delivery.statuses) + 1)
        delivery.statuses.append(status)
        return status

    def on_success(self, retval: Any, task_id: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.finish("delivered", task_id)

    def on_failure(
        self, exc: Exception, task_id: str, args: tuple[Any, ...], kwargs: dict[str, Any], einfo: Any
    ) -> None:
        self.finish("failed", task_id)

    def after_return(self, status: str, retval: Any, task_id: str, *_: Any) -> None:
        self.in_flight.pop(task_id, None)

    def finish(self, outcome: str, task_id: str) -> None:
        delivery = self.in_flight.pop(task_id)
        totals = self.totals.setdefault(delivery.customer, Counter(COUNTED))
        totals[outcome] += 1
        totals["attempts"] += len(delivery.statuses)
        self.recent.append(Finished(delivery.customer, delivery.event["id"], delivery.endpoint, delivery.statuses))


def support_page(customer: str) -> dict[str, Any]:
    """What support sees of a customer: the totals, and the latest deliveries with the status of every attempt."""
    return {
        "totals": dict(DeliveryTask.totals.get(customer, {})),
        "recent": [
            (delivery.event_id, delivery.endpoint, list(delivery.statuses))
            for delivery in DeliveryTask.recent
            if delivery.customer == customer
        ],
    }
