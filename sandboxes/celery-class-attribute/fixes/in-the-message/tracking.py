"""What the tasks that deliver webhooks have in common: a client, and a record for the support page."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from typing import Any, ClassVar

from celery import Task
from client import WebhookClient
from customers import COUNTED


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

    def before_start(self, task_id: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.request.statuses = list((self.request.headers or {}).get("statuses", []))

    def attempt(self) -> int:
        """Make one attempt and note the status that came back."""
        _, endpoint, event = self.request.args
        status = self.client.post(endpoint, event, len(self.request.statuses) + 1)
        self.request.statuses.append(status)
        return status

    def retry(self, *args: Any, **options: Any) -> Any:
        """Send the statuses so far along with the message of the next attempt."""
        return super().retry(*args, headers={"statuses": self.request.statuses}, **options)

    def on_success(self, retval: Any, task_id: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.finish("delivered", args)

    def on_failure(
        self, exc: Exception, task_id: str, args: tuple[Any, ...], kwargs: dict[str, Any], einfo: Any
    ) -> None:
        self.finish("failed", args)

    def finish(self, outcome: str, args: tuple[Any, ...]) -> None:
        customer, endpoint, event = args
        totals = self.totals.setdefault(customer, Counter(COUNTED))
        totals[outcome] += 1
        totals["attempts"] += len(self.request.statuses)
        self.recent.append(Finished(customer, event["id"], endpoint, self.request.statuses))


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
