"""What a diagnosis must have found, as an author writes it down, and how a learner's compares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Part = Literal["where", "what", "held_by"]


@dataclass(frozen=True, slots=True)
class Culprit:
    """
    The `culprit` of a sandbox's diagnosis.py.

    `where`: pairs of a file and the text of a line in it, of which every line of the statement is right. `what`: names
    of types. `held_by`: names such as `history.HISTORY`. Any of each will do. `near`: what to say to answers that are
    close, by part and then by answer: a file, `file:text of a line`, a type, a name. The first that fits is said.

    >>> culprit = Culprit(
    ...     where=[("history.py", "HISTORY.append(Exchange(number))")],
    ...     what=["Exchange"],
    ...     held_by=["history.HISTORY"],
    ...     near={
    ...         "where": {"app.py": "It passes here. Who keeps it?"},
    ...         "what": {"dict": "Each Exchange has one. Which type has it as a field?"},
    ...     },
    ... )
    """

    where: Sequence[tuple[str, str]]
    what: Sequence[str]
    held_by: Sequence[str]
    near: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
