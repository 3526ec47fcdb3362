"""What the visitors rely on."""

import time

from codes import send_code, sign_in
from workload import LATEST

# A code of each kind, and when it was sent.
USED: list[str] = []
OLD: list[tuple[str, float]] = []


def during(i: int) -> None:
    expected, signed_in = LATEST
    assert signed_in == expected, f"A code must sign in the visitor that it was sent to, {expected}, not {signed_in}."
    if not OLD:
        OLD.append((send_code("latecomer"), time.monotonic()))
    elif time.monotonic() - OLD[0][1] > 121:
        code, _ = OLD.pop()
        late = sign_in(code)
        assert late is None, f"After two minutes a code must sign nobody in, and it signed in {late}."
    if i % 50 == 0:
        code = send_code("twice")
        first, again = sign_in(code), sign_in(code)
        assert first == "twice", f"A code must sign in the visitor that it was sent to, twice, not {first}."
        assert again is None, f"A code must sign in once, and it signed in {again} again."
