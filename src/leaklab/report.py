"""What the judge says, as the JSON of `report.ts`: field names become camelCase, tuples become arrays."""

from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

MeterName = Literal["mallinfo", "mallinfo2", "tracemalloc"]
LoadPhase = Literal["import", "warm-up", "load", "diagnosis"]


@dataclass(frozen=True, slots=True)
class Read:
    """`bytes` in use above the base after `units` units of load."""

    units: int
    bytes: int
    rung: int


@dataclass(frozen=True, slots=True)
class Rung:
    units: int
    bytes_per_unit: float
    spread_bytes: int
    flat: bool


@dataclass(frozen=True, slots=True)
class NextExplain:
    kind: Literal["explain"] = "explain"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextCheck:
    kind: Literal["check"] = "check"
    seed: int
    cap: int
    agreed: int


Next = NextExplain | NextCheck | None


@dataclass(frozen=True, slots=True)
class Frame:
    file: str
    line: int
    function: str
    source: str


@dataclass(frozen=True, slots=True)
class PythonError:
    """An exception of the learner's program; `frames` lie in the learner's files, outermost first."""

    type: str
    message: str
    traceback: str
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """
    What every verdict that was measured rests on. Bytes; slopes in bytes per unit; `seconds` of real time; `seeds`
    counts the checks that came to this, each with a seed of its own.
    """

    sentence: str
    unit: str
    units: int
    seed: int
    seeds: int
    meter: MeterName
    seconds: float
    base_bytes: int
    retained_bytes: int
    peak_bytes: int
    budget_bytes: int
    bytes_per_unit: float
    detection_limit: float
    sensitivity: float
    rungs: tuple[Rung, ...]
    next: Next = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounded(Measured):
    kind: Literal["bounded"] = "bounded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Growing(Measured):
    kind: Literal["growing"] = "growing"
    objects_per_unit: float
    container_bytes: int
    rate_per_second: float
    units_to_limit: int
    seconds_to_limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverBudget(Measured):
    kind: Literal["over-budget"] = "over-budget"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inconclusive(Measured):
    kind: Literal["inconclusive"] = "inconclusive"
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Costly(Measured):
    """At rest by brute force. Full collections per unit, and the most of them that a program needs."""

    kind: Literal["costly"] = "costly"
    collections_per_unit: float
    most_collections_per_unit: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    kind: Literal["broken"] = "broken"
    sentence: str
    expectation: str
    phase: Literal["before", "during", "after"]
    units: int
    error: PythonError
    next: Next = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Crashed:
    kind: Literal["crashed"] = "crashed"
    sentence: str
    phase: LoadPhase
    units: int
    error: PythonError
    next: Next = None


Verdict = Bounded | Growing | OverBudget | Inconclusive | Costly | Broken | Crashed


@dataclass(frozen=True, slots=True)
class AllocationSite:
    frame: Frame
    own: bool
    bytes_per_unit: float
    blocks_per_unit: float
    traceback: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Survivors:
    type: str
    per_unit: float
    count: int
    cohorts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RetainerPath:
    """`retained_bytes` would go with its `count` objects: they and what is held through them, as far as it survived."""

    root: str
    steps: tuple[str, ...]
    text: str
    type: str
    count: int
    retained_bytes: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """`notes`: sentences on what no line, type or path can show."""

    units: int
    allocations: tuple[AllocationSite, ...]
    survivors: tuple[Survivors, ...]
    retainers: tuple[RetainerPath, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    part: Literal["where", "what", "held_by"]
    given: str | None
    right: bool
    feedback: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    complete: bool
    findings: tuple[Finding, ...]


def as_json(value: Any) -> Any:
    """`value` as `json.dumps` takes it: dataclasses become objects, their field names camelCase, `kind` first."""
    if is_dataclass(value) and not isinstance(value, type):
        names = sorted((field.name for field in fields(value)), key=lambda name: name != "kind")
        return {_camel(name): as_json(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    return value


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
