from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """
    `edits`, a file with a text and what takes its place, are made in the overlay `base`, or in the starter. A wrong
    one is judged `kind`, and is told `says`, in part.
    """

    sandbox: str
    base: str
    edits: tuple[tuple[str, str, str], ...]
    says: str = ""
    kind: str = "broken"
