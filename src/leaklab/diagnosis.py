"""What a diagnosis must have found, as an author writes it down, and how a learner's compares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Part = Literal["where", "what", "held_by"]


@dataclass(frozen=True, slots=True)
class Culprit:
    """
    `where`: pairs of a file and the text of a line in it; `what`: names of types; `held_by`: names such as
    `history.HISTORY`. Any of each will do. `near`: what to say to answers that are close, by part and then by answer
    (a file name, `file:line text`, a type, a name).
    """

    where: Sequence[tuple[str, str]]
    what: Sequence[str]
    held_by: Sequence[str]
    near: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
