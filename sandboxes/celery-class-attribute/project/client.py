"""Posts events to the servers of our customers."""

from typing import Any

import customers


class WebhookClient:
    """Holds what is dear to open: in production, a pool of connections."""

    def __init__(self, timeout: float) -> None:
        self.timeout = timeout

    def post(self, endpoint: str, event: dict[str, Any], attempt: int) -> int:
        """Send the event and return the status that came back."""
        return customers.answer(endpoint, event["kind"], attempt)
