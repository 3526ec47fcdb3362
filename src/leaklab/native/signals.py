"""What a child says: the signals of every run, and what only one with somebody's own program has to say."""

from dataclasses import dataclass
from typing import Literal

from leaklab.wire.codec import from_json
from leaklab.wire.signals import Last, Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Sentences on what the judge did not control; just before the last signal."""

    kind: Literal["notes"] = "notes"
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsRealTime:
    """In place of a last signal: the program `because`, and so it cannot be carried out on virtual time."""

    kind: Literal["needs-real-time"] = "needs-real-time"
    because: str


ChildEnd = Last | NeedsRealTime
ChildSignal = Signal | Notes | NeedsRealTime


def child_signal_of(value: object) -> ChildSignal:
    """Of a line, as `json.loads` gives it. Raises Malformed."""
    signal: ChildSignal = from_json(ChildSignal, value)
    return signal
