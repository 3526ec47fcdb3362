"""What the visitors rely on, kept by a second book."""

import time
from collections import deque

from limits import allow
from workload import LATEST

# When each address was allowed, and what to forget next.
BOOK: dict[str, deque[float]] = {}
ORDER: deque[tuple[float, str]] = deque()


def judge(address: str, allowed: bool, now: float) -> None:
    while ORDER and now - ORDER[0][0] >= 60:
        _, other = ORDER.popleft()
        BOOK[other].popleft()
        if not BOOK[other]:
            del BOOK[other]
    before = len(BOOK.get(address, ()))
    told = "allowed" if allowed else "refused"
    assert allowed == (before < 5), (
        f"{address} was allowed {before} times in the last sixty seconds, and this request was {told}."
    )
    if allowed:
        BOOK.setdefault(address, deque()).append(now)
        ORDER.append((now, address))


def during(i: int) -> None:
    now = time.monotonic()
    for address, allowed in LATEST:
        if address.startswith("203."):
            # A stranger comes once, and needs no book.
            assert allowed, f"{address} was never here before, and its first request was refused."
        else:
            judge(address, allowed, now)
    if i % 400 == 0:
        # One of whom nobody has heard for a while, and who spends a minute at once.
        for _ in range(7):
            judge("192.0.2.1", allow("192.0.2.1"), now)
