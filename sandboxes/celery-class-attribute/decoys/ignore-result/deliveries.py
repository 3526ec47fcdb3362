"""The service: tells our customers' servers what became of their orders."""

from __future__ import annotations

from typing import Any

from celery import Celery
from celery.exceptions import Ignore
from customers import SUBSCRIPTIONS
from tracking import DeliveryTask

app = Celery("deliveries", broker="memory://")


class EndpointError(Exception):
    """The endpoint is there, but cannot take the event now."""


@app.task(base=DeliveryTask, bind=True, throws=(EndpointError,), ignore_result=True)
def deliver(self: DeliveryTask, customer: str, endpoint: str, event: dict[str, Any]) -> None:
    status = self.attempt()
    if status == 410:
        # Gone: nobody listens there any more, so it is neither a success nor a failure.
        raise Ignore
    if status >= 500:
        error = EndpointError(f"{endpoint} answered {status}")
        raise self.retry(exc=error, countdown=2**self.request.retries)


@app.task(base=DeliveryTask, bind=True, throws=(EndpointError,), ignore_result=True)
def deliver_digest(self: DeliveryTask, customer: str, endpoint: str, event: dict[str, Any]) -> None:
    """The summary of a day: not worth a second attempt."""
    status = self.attempt()
    if status == 410:
        raise Ignore
    if status >= 500:
        raise EndpointError(f"{endpoint} answered {status}")


def publish(customer: str, event: dict[str, Any]) -> None:
    """Queue one delivery for each endpoint of the customer."""
    task = deliver_digest if event["kind"] == "digest" else deliver
    for endpoint in SUBSCRIPTIONS[customer]:
        task.delay(customer, endpoint, event)
