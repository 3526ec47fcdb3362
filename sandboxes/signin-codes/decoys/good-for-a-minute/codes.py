"""Codes to sign in with, sent by mail."""

import secrets
import time

GOOD_FOR = 60.0
# Code to visitor, and until when it is good; the oldest first.
CODES: dict[str, tuple[str, float]] = {}


def send_code(visitor: str) -> str:
    now = time.monotonic()
    forget_until(now)
    code = secrets.token_urlsafe(9)
    CODES[code] = (visitor, now + GOOD_FOR)
    return code


def sign_in(code: str) -> str | None:
    """The visitor, or None when the code is not good."""
    visitor, until = CODES.pop(code, ("", 0.0))
    return visitor if time.monotonic() < until else None


def forget_until(now: float) -> None:
    while CODES:
        code, (_, until) = next(iter(CODES.items()))
        if until > now:
            break
        del CODES[code]
