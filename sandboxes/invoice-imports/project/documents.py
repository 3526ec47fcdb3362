"""Reads the invoices that suppliers send, which are JSON, and not always what was agreed."""

import json
from typing import Any, NamedTuple


class Invoice(NamedTuple):
    """What the ledger needs of an invoice."""

    lines: int
    cents: int


def read_invoice(text: str) -> Invoice:
    document = json.loads(text)
    lines = document["lines"]
    return Invoice(len(lines), sum(line_total(line) for line in lines))


def line_total(line: dict[str, Any]) -> int:
    return line["count"] * int(line["cents"])
