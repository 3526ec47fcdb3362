"""What readers rely on."""

import time

from catalogue import find, next_page
from workload import LATEST, expected

# Who takes their time: the token, how many they have had, and when they had their last page.
SLOW: list[tuple[str, int, float]] = []


def during(i: int) -> None:
    for wanted, page in LATEST:
        assert page == wanted, f"The next page must be {wanted}, not {page}."
    now = time.monotonic()
    if not SLOW:
        token = find("table")
        came = next_page(token)
        assert came == expected("table", 0), f"The first page must be {expected('table', 0)}, not {came}."
        SLOW.append((token, 10, now))
    elif now - SLOW[0][2] > 28:
        token, had, _ = SLOW.pop()
        page, wanted = next_page(token), expected("table", had)
        assert page == wanted, f"After 28 seconds the next page must be {wanted}, not {page}."
        if page:
            SLOW.append((token, had + len(page), now))
