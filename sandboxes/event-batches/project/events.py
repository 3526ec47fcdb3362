"""What happens in the shop, for the warehouse."""

from warehouse import WAREHOUSE

AT_ONCE = 500
PENDING: list[dict[str, object]] = []


def record(kind: str, customer: int, **details: object) -> None:
    PENDING.append({"kind": kind, "customer": customer, **details})
    if len(PENDING) >= AT_ONCE:
        WAREHOUSE.load(PENDING)
        PENDING.clear()
