"""What the workers do: import the invoices that suppliers have sent."""

from typing import Any

import ledger
import overview
from celery import Celery, Task
from documents import read_invoice

app = Celery("invoices", broker="memory://")


class ImportFailed(Exception):
    """An invoice that is not in the ledger; the cause says why."""


class ImportTask(Task):
    def on_failure(
        self, exc: Exception, task_id: str, args: tuple[Any, ...], kwargs: dict[str, Any], einfo: Any
    ) -> None:
        overview.note(exc)


@app.task(base=ImportTask, throws=(ImportFailed,))
def import_invoice(supplier: str, number: str, text: str) -> str:
    """Returns what the ledger said, for the log."""
    try:
        invoice = read_invoice(text)
    except (KeyError, ValueError) as error:
        raise ImportFailed(f"{number} of {supplier}") from error
    return ledger.book(supplier, number, invoice)
