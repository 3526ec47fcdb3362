"""The desk: takes mailings, sends them round by round, and tells customers and support how far they are."""

from collections import deque
from collections.abc import Callable
from typing import Any
from weakref import WeakValueDictionary

from mailing import Mailing

# A mailing is stopped when more of its letters than this have come back.
MOST_BOUNCED = 3

UNDER_WAY: dict[str, Mailing] = {}
# For the page of support.
LATEST: deque[Mailing] = deque(maxlen=30)
BY_REFERENCE: WeakValueDictionary[str, Mailing] = WeakValueDictionary()


def order(reference: str, letter: str, addresses: list[str]) -> None:
    mailing = Mailing(reference, letter, addresses)
    UNDER_WAY[reference] = mailing
    BY_REFERENCE[reference] = mailing


def send_round(send: Callable[[str, str], bool]) -> None:
    """One portion of every mailing that is under way. `send` says whether a letter has arrived."""
    for mailing in list(UNDER_WAY.values()):
        for address in mailing.take_portion():
            if send(address, mailing.letter):
                mailing.sent += 1
            else:
                mailing.bounced.append(address)
        if len(mailing.bounced) > MOST_BOUNCED:
            end(mailing, "stopped")
        elif not mailing.portions:
            end(mailing, "done")


def call_off(reference: str) -> bool:
    """Whether it was still under way."""
    mailing = UNDER_WAY.get(reference)
    if mailing is None:
        return False
    end(mailing, "called off")
    return True


def end(mailing: Mailing, state: str) -> None:
    mailing.state = state
    del UNDER_WAY[mailing.reference]
    LATEST.append(mailing)


def status(reference: str) -> dict[str, Any] | None:
    mailing = BY_REFERENCE.get(reference)
    return mailing.status() if mailing is not None else None


def latest() -> list[dict[str, Any]]:
    """The mailings that ended last, newest first."""
    return [mailing.status() for mailing in reversed(LATEST)]
