"""Books invoices; in production that is a database, and a browser page has none."""

from documents import Invoice


def book(supplier: str, number: str, invoice: Invoice) -> str:
    """Enter an invoice, and return what the database said."""
    return f"INSERT 1: {number} of {supplier}, {invoice.cents / 100:.2f}"
