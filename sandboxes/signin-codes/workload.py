"""One unit is one visitor, who wants a code; every third visitor uses theirs, a minute and a half later."""

from collections import deque

from codes import send_code, sign_in

WAITING: deque[tuple[str, str]] = deque()
# Of this unit: who should be signed in, and who was.
LATEST: list[str | None] = ["", ""]


def run(i: int) -> None:
    visitor = f"visitor {i}"
    WAITING.append((visitor, send_code(visitor)))
    LATEST[:] = ["", ""]
    if len(WAITING) > 800:
        known, code = WAITING.popleft()
        if i % 3 == 0:
            LATEST[:] = [known, sign_in(code)]
