"""What the judge says, as the JSON of `report.ts` has it."""

from dataclasses import dataclass
from typing import Literal

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


About = Literal["growth", "kept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextExplain:
    """
    What to explain, after how many units of load it was measured, and how much it was: bytes per unit that grow, or
    bytes in all that are kept.
    """

    kind: Literal["explain"] = "explain"
    about: About
    units: int
    bytes: float


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
class Failures:
    """
    How many units failed of so many that a run has loaded, its warm-up included. `reason` says why the first did;
    `detail` what was seen of it, where its `error` was another's answer, as with a status of 500.
    """

    count: int
    units: int
    reason: str
    detail: str
    error: PythonError | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """
    What every verdict says, and what the host should have done next. `sentence` is the whole, `headline` what it says
    first; that begins with `lead`, up to its colon, which is empty where it has none (see `describe.Words`).
    """

    sentence: str
    headline: str
    lead: str
    next: Next = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured(Said):
    """
    What every verdict that was measured rests on. Bytes; slopes in bytes per unit, which may be off by their `error`;
    `outside_bytes_per_unit` is the part of `bytes_per_unit` that grows where the meter does not look; what containers
    gained lately in entries per unit; `imported_bytes` is the part of `base_bytes` that the first units imported;
    `seconds` of real time; `seeds` counts the checks that came to this, each with a
    seed of its own.
    """

    unit: str
    units: int
    seed: int
    seeds: int
    meter: MeterName
    seconds: float
    base_bytes: int
    imported_bytes: int
    retained_bytes: int
    peak_bytes: int
    budget_bytes: int
    bytes_per_unit: float
    bytes_per_unit_error: float
    entries_per_unit: float
    outside_bytes_per_unit: float
    detection_limit: float
    sensitivity: float
    rungs: tuple[Rung, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounded(Measured):
    """A `trickle` rises steadily all the same, by less than counts."""

    kind: Literal["bounded"] = "bounded"
    trickle: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Growing(Measured):
    """Up to `units_to_limit` a container of `container_bytes` is not full; `lifetime` says when, as a sentence."""

    kind: Literal["growing"] = "growing"
    lifetime: str
    objects_per_unit: float
    container_bytes: int
    rate_per_second: float
    units_to_limit: int
    seconds_to_limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverBudget(Measured):
    """`detail` says what to do where it is garbage that is too much."""

    kind: Literal["over-budget"] = "over-budget"
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inconclusive(Measured):
    kind: Literal["inconclusive"] = "inconclusive"
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Costly(Measured):
    """At rest by brute force. Full collections per unit, and the most of them that a program needs."""

    kind: Literal["costly"] = "costly"
    detail: str
    collections_per_unit: float
    most_collections_per_unit: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken(Said):
    """`error` is the learner's own where one came before the `expectation` was not met; `detail` then says which."""

    kind: Literal["broken"] = "broken"
    detail: str
    expectation: str
    phase: Literal["before", "during", "after"]
    units: int
    error: PythonError


@dataclass(frozen=True, slots=True, kw_only=True)
class Crashed(Said):
    kind: Literal["crashed"] = "crashed"
    detail: str
    phase: LoadPhase
    units: int
    error: PythonError


Verdict = Bounded | Growing | OverBudget | Inconclusive | Costly | Broken | Crashed


@dataclass(frozen=True, slots=True)
class AllocationSite:
    """`bytes` and `blocks`: gained over all units of the explanation, or kept."""

    frame: Frame
    own: bool
    bytes_per_unit: float
    blocks_per_unit: float
    bytes: int
    blocks: int
    traceback: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Survivors:
    type: str
    per_unit: float
    count: int
    cohorts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RetainerPath:
    """
    `retained_bytes` would go with its `count` objects: they and what is held through them, as far as it survived.
    `stored`: the learner's lines that put things into the container by its name, where that is plain.
    """

    root: str
    steps: tuple[str, ...]
    text: str
    type: str
    count: int
    retained_bytes: int
    stored: tuple[Frame, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """
    Of growth over `units` units, or of what is kept after so many. `notes`: sentences on what no line, type or path can
    show.
    """

    about: About
    units: int
    allocations: tuple[AllocationSite, ...]
    survivors: tuple[Survivors, ...]
    retainers: tuple[RetainerPath, ...]
    notes: tuple[str, ...] = ()


def unexplained(about: About, note: str) -> Explanation:
    """Where nothing came of it, and why."""
    return Explanation(about=about, units=0, allocations=(), survivors=(), retainers=(), notes=(note,))


@dataclass(frozen=True, slots=True)
class Finding:
    part: Literal["where", "what", "held_by", "grows", "at_most"]
    given: str | None
    right: bool
    feedback: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    complete: bool
    findings: tuple[Finding, ...]
