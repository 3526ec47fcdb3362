"""What a diagnosis must have found or claimed, as an author writes it down, and how a learner's compares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Part = Literal["where", "what", "held_by"]


@dataclass(frozen=True, slots=True)
class Culprit:
    """
    The `culprit` of a sandbox's diagnosis.py.

    `where`: pairs of a file and the text of a line in it, of which every line of the statement is right. `stored`: the
    same for lines that put away what others allocate, which are right too and told apart. `what`: names of types.
    `held_by`: names such as `history.HISTORY`. Any of each will do, and a part that has none is not asked for.
    `near`: what to say to answers that are close, by part and then by answer: a file, `file:text of a line`, a type, a
    name. The first that fits is said.

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

    where: Sequence[tuple[str, str]] = ()
    what: Sequence[str] = ()
    held_by: Sequence[str] = ()
    stored: Sequence[tuple[str, str]] = ()
    near: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Curve:
    """
    Readings, each units and bytes, on which a learner's rule is tried, and whether they `grow`. `name` stands within a
    sentence; `near` is said to who judges them wrongly.
    """

    name: str
    readings: Sequence[tuple[int, int]]
    grows: bool
    near: str


@dataclass(frozen=True, slots=True)
class Claim:
    """
    The `claim` of a sandbox's diagnosis.py, where a learner is to say something of a program before it is measured.

    `curves`: what a rule that tells growth from no growth is tried on, in the order in which mistakes are told.
    `at_most`: how many bytes may be claimed as the most that the program keeps, from and to. A part that has none is
    not asked for.

    >>> claim = Claim(
    ...     curves=[Curve("the log", [(0, 0), (800, 80_000)], grows=True, near="Each line stays.")],
    ...     at_most=(90_000, 130_000),
    ... )
    """

    curves: Sequence[Curve] = ()
    at_most: tuple[int, int] | None = None
