"""The words of a verdict. What is true is decided elsewhere."""

from dataclasses import dataclass
from math import ceil, floor, log10

# Bytes: what a program keeps goes without saying below that.
LEAST_TOLD = 1_000


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


def plural(noun: str, count: float = 2) -> str:
    """`noun` for `count` of them."""
    if count == 1:
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def describe_bytes(size: float) -> str:
    """1234 -> "1.2 kB", 62000 -> "62 kB": decimal units, as dashboards show them."""
    amount = abs(size)
    sign = "-" if size < 0 else ""
    if amount < 1000:
        return f"{sign}{amount:.0f} B"
    for unit in ("kB", "MB", "GB"):
        amount /= 1000
        if amount < 999.5 or unit == "GB":
            digits = f"{amount:.1f}".removesuffix(".0") if amount < 9.95 else f"{amount:.0f}"
            return f"{sign}{digits} {unit}"
    raise AssertionError("unreachable")


def describe_slope(bytes_per_unit: float) -> str:
    """412.3 -> "412 B", 3.14 -> "3.1 B", 0.012 -> "0.012 B"."""
    if bytes_per_unit >= 1000:
        return describe_bytes(bytes_per_unit)
    if bytes_per_unit >= 10:
        return f"{bytes_per_unit:.0f} B"
    return f"{bytes_per_unit:.1f} B" if bytes_per_unit >= 1 else f"{bytes_per_unit:.2g} B"


def describe_duration(seconds: float) -> str:
    """65000 -> "18 h 3 min": the two largest units."""
    whole = max(1, round(seconds))
    parts = []
    for size, name in ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")):
        if whole >= size:
            parts.append(f"{whole // size:,} {name}")
            whole %= size
        elif parts:
            break
    return " ".join(parts[:2])


def describe_bounded(unit: str, units: int, limit: float, retained: int) -> Words:
    kept = f", {describe_bytes(retained)} kept" if retained >= LEAST_TOLD else ""
    over = f"{units:,} {plural(unit)}{kept}"
    return Words("Bounded:", f"no growth above {describe_slope(limit)} per {unit} over {over}.")


def describe_trickle(unit: str, slope: float, error: float, sensitivity: float) -> Words:
    """A steady rise that does not count: what it is, and what would count."""
    return Words(
        "As good as bounded:",
        f"it grows by {describe_measured(slope, error)} per {unit}, "
        f"less than the {describe_slope(sensitivity)} that counts here.",
    )


def describe_measured(slope: float, error: float) -> str:
    """0.632, 0.031 -> "0.63 ± 0.03 B": to the first figure of the error, which is rounded up."""
    digits = max(0, -floor(log10(max(error, 1e-9))))
    grain = 10.0**-digits
    return f"{slope:.{digits}f} ± {ceil(error / grain - 1e-6) * grain:.{digits}f} B"


def describe_growing(
    unit: str, slope: float, objects: float, lifetime: str, *, outside: float = 0.0, garbage: bool = False
) -> Words:
    counted = f" and {objects:.1f} objects" if objects >= 0.05 else ""
    if garbage:
        counted = " of garbage, and no collector comes for it,"
    where = f", {describe_slope(outside)} of it outside malloc" if outside else ""
    return Words("Growing:", f"{describe_slope(slope)}{counted} per {unit}{where}.", lifetime)


def describe_lifetime(unit: str, rate: float, container: int, seconds: float) -> str:
    """When a container of so many bytes is full, at so many units a second."""
    size = container // (1024 * 1024)
    when = describe_duration(seconds)
    return f"At {rate:g} {plural(unit, rate)} a second a {size} MiB container is full in {when}."


def describe_over_budget(retained: int, peak: int, budget: int, *, garbage: bool = False) -> Words:
    """`garbage`: what is over the budget is what has gathered between two collections."""
    most = f"{describe_bytes(retained)} kept" if retained > budget else f"{describe_bytes(peak)} at its peak"
    if not garbage:
        return Words("Bounded, but too large:", f"{most} against {describe_bytes(budget)}.")
    return Words(
        "Bounded, but too large:",
        f"{most} against {describe_bytes(budget)}, all but {describe_bytes(retained)} of it garbage that waits for the "
        "collector.",
        "Break the cycles that hold it when the work is done, or make one side a weak reference, and it goes at once.",
    )


def describe_costly(unit: str, units: int, collections: int) -> Words:
    counted = f"{collections:,} full {plural('collection', collections)} in {units:,} {plural(unit, units)}."
    return Words("Costly:", counted, "Each looks at every object of the process.")


def describe_time(unit: str, units: int, cap: int, seconds: float) -> str:
    """Of growth that was called before the cap came."""
    allowed = describe_duration(seconds)
    return f"Called after {units:,} of {cap:,} {plural(unit, cap)}, for that was what {allowed} allowed."


def describe_too_short(unit: str, units: int, cap: int, seconds: float, rising: float) -> str:
    """`rising`: by how many bytes per unit it did, which may be a cache that fills; 0 if it did not."""
    came = f"{describe_duration(seconds)} allowed only {units:,} of {cap:,} {plural(unit, cap)}"
    rose = f", in which it rose by {describe_slope(rising)} per {unit}" if rising else ""
    return f"{came}{rose}; --within gives it longer."


def describe_out_of_time(unit: str, phase: str, units: int, cap: int, seconds: float) -> str:
    """Of a program that was ended, for it did not come back from its import, or from a unit."""
    if phase == "load":
        return describe_too_short(unit, units, cap, seconds, 0)
    during = "the program was still being imported" if phase == "import" else "it had not warmed up"
    return f"after {describe_duration(seconds)} {during}; --within gives it longer."


SEARCH_CUT = "The time was over before all was searched for who holds it: more may; --within gives it longer."


def describe_traced(unit: str, units: int, *, looks: bool) -> str:
    """Of an explanation that the time cut short: where its lines come from, and whether there was time for more."""
    lines = f"The time allowed to trace only {units:,} {plural(unit, units)} for the lines"
    return f"{lines}{'' if looks else ', and none to look for types and holders'}; --within gives it longer."


def describe_inconclusive(because: str) -> Words:
    return Words("Cannot tell:", because)


def describe_broken(expectation: str, cause: str = "") -> Words:
    """`cause`: the exception of the learner's own code that came first, with its line."""
    return Words("Broken:", f"{cause.rstrip('.')}.", expectation) if cause else Words("Broken:", expectation)


def describe_crashed(unit: str, units: int, phase: str, error: str, besides: str = "") -> Words:
    """`error` is the exception as Python's own last line has it."""
    return Words(f"Crashed {describe_moment(unit, units, phase)}:", error, besides)


def describe_moment(unit: str, units: int, phase: str) -> str:
    """When, after so many units that came back."""
    if phase == "import":
        return "while the program was imported"
    if phase == "diagnosis":
        return "in the diagnosis"
    return f"after {units:,} {plural(unit, units)}" if units else f"in the first {unit}"


def describe_error(kind: str, message: str, place: tuple[str, int] | None = None) -> str:
    """`KeyError: 'x'`; with a place, `SyntaxError in app.py, line 3: expected ':'`."""
    first = message.strip().partition("\n")[0]
    where = f" in {place[0]}, line {place[1]}" if place else ""
    return f"{kind}{where}: {first}" if first else f"{kind}{where}"
