"""The words of a verdict. What is true is decided elsewhere."""


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


def describe_bounded(unit: str, units: int, limit: float) -> str:
    return f"Bounded: no growth above {describe_slope(limit)} per {unit} over {units:,} {plural(unit)}."


def describe_growing(
    unit: str,
    slope: float,
    objects: float,
    rate: float,
    container: int,
    seconds_to_limit: float,
    *,
    garbage: bool = False,
) -> str:
    counted = f" and {objects:.1f} objects" if objects >= 0.05 else ""
    if garbage:
        counted = " of garbage, and no collector comes for it,"
    size = container // (1024 * 1024)
    when = describe_duration(seconds_to_limit)
    return (
        f"Growing: {describe_slope(slope)}{counted} per {unit}. "
        f"At {rate:g} {plural(unit, rate)} a second a {size} MiB container is full in {when}."
    )


def describe_over_budget(retained: int, peak: int, budget: int) -> str:
    if retained > budget:
        return f"Bounded, but too large: {describe_bytes(retained)} kept against {describe_bytes(budget)}."
    return f"Bounded, but too large: {describe_bytes(peak)} at its peak against {describe_bytes(budget)}."


def describe_costly(unit: str, units: int, collections: int) -> str:
    return (
        f"Costly: {collections:,} full {plural('collection', collections)} in {units:,} {plural(unit, units)}. "
        "Each looks at every object of the process."
    )


def describe_inconclusive(because: str) -> str:
    return f"Cannot tell: {because}"


def describe_broken(expectation: str) -> str:
    return f"Broken: {expectation}"


def describe_crashed(unit: str, units: int, phase: str, error: str) -> str:
    """`error` is the exception as Python's own last line has it."""
    return f"Crashed {describe_moment(unit, units, phase)}: {error}"


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
