"""A verdict in its parts. What is true is decided elsewhere, and how it is said in `leaklab.words`."""

from dataclasses import dataclass

from leaklab.words import say

# Bytes: what a program keeps goes without saying below that.
LEAST_TOLD = 1_000
# Per unit: less is told as none.
LEAST_OBJECTS_TOLD = 0.05


@dataclass(frozen=True, slots=True)
class Words:
    """
    A verdict in its parts: `lead` ("Growing:", or nothing) and what it leads to are the headline, and `besides` is what
    there is to say after that. Nobody has to take the sentence apart again.
    """

    lead: str
    leads_to: str
    besides: str = ""

    @property
    def headline(self) -> str:
        return f"{self.lead} {self.leads_to}".strip()

    @property
    def sentence(self) -> str:
        return f"{self.headline} {self.besides}".strip()


def describe_bounded(unit: str, units: int, limit: float, retained: int) -> Words:
    says = say().verdict
    return Words(says.bounded_lead, says.bounded(unit, units, limit, retained if retained >= LEAST_TOLD else 0))


def describe_trickle(unit: str, slope: float, error: float, sensitivity: float) -> Words:
    says = say().verdict
    return Words(says.as_good_as_bounded_lead, says.trickle(unit, slope, error, sensitivity))


def describe_growing(
    unit: str, slope: float, objects: float, lifetime: str, *, outside: float = 0.0, garbage: bool = False
) -> Words:
    says = say().verdict
    if garbage:
        return Words(says.growing_lead, says.growing_garbage(unit, slope, outside), lifetime)
    told = objects if objects >= LEAST_OBJECTS_TOLD else 0.0
    return Words(says.growing_lead, says.growing(unit, slope, told, outside), lifetime)


def describe_over_budget(retained: int, peak: int, budget: int, *, garbage: bool = False) -> Words:
    """`garbage`: what is over the budget is what has gathered between two collections."""
    says, at_peak = say().verdict, retained <= budget
    size = peak if at_peak else retained
    if not garbage:
        return Words(says.too_large_lead, says.too_large(size, budget, at_peak=at_peak))
    waits = says.too_large_garbage(size, budget, retained, at_peak=at_peak)
    return Words(says.too_large_lead, waits, says.break_the_cycles)


def describe_costly(unit: str, units: int, collections: int) -> Words:
    says = say().verdict
    return Words(says.costly_lead, says.costly(unit, units, collections), says.each_looks_at_all)


def describe_out_of_time(unit: str, phase: str, units: int, cap: int, seconds: float) -> str:
    """Of a program that was ended, for it did not come back from its import, or from a unit."""
    says = say().verdict
    if phase == "load":
        return says.too_short(unit, units, cap, seconds, 0)
    return says.not_imported(seconds) if phase == "import" else says.not_warmed_up(seconds)


def describe_inconclusive(because: str) -> Words:
    return Words(say().verdict.cannot_tell_lead, because)


def describe_broken(expectation: str, cause: str = "") -> Words:
    """`cause`: the exception of the learner's own code that came first, with its line."""
    lead = say().verdict.broken_lead
    return Words(lead, f"{cause.rstrip('.')}.", expectation) if cause else Words(lead, expectation)


def describe_crashed(unit: str, units: int, phase: str, error: str, besides: str = "") -> Words:
    """`error` is the exception as Python's own last line has it."""
    return Words(say().verdict.crashed_lead(unit, units, phase), error, besides)


def describe_error(kind: str, message: str, place: tuple[str, int] | None = None) -> str:
    """`KeyError: 'x'`, of a message its first line; with a place, `SyntaxError in app.py, line 3: expected ':'`."""
    return say().program.error(kind, message.strip().partition("\n")[0], place)
