"""Whether a stretch of readings is flat, how fast it rises, and the smallest slope that it could have shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

# Less than one small object: no allocator counts more finely.
GRAIN_BYTES = 64
# How far the second half's trough may lie above the first half's: a share of the spread, or what the rounding of
# thousands of blocks in a C allocator moves it by.
_TROUGH_SHARE = 0.15
_TROUGH_BYTES = 256


@dataclass(frozen=True, slots=True)
class Growth:
    """Of one stretch: units from first to last read, bytes per unit, bytes of spread around the line."""

    span: int
    slope: float
    spread: int
    flat: bool

    @property
    def detection_limit(self) -> float:
        """Bytes per unit by which the slope may be off: a smaller one would have been called flat."""
        return max(GRAIN_BYTES, self.spread / 2) / max(1, self.span)

    @property
    def most(self) -> float:
        """Bytes per unit: the steepest growth that these reads leave room for."""
        return self.detection_limit if self.flat else max(0.0, self.slope) + self.detection_limit

    def rests(self, sensitivity: float) -> bool:
        """Flat, or with no room for growth that counts."""
        return self.flat or self.most <= sensitivity

    def rises(self, sensitivity: float) -> bool:
        """By more than counts, and by more than its own error."""
        return not self.flat and self.slope > max(sensitivity, self.detection_limit)


def growth(units: Sequence[int], sizes: Sequence[int]) -> Growth:
    """Of reads (`units[i]`, `sizes[i]`), in order. Troughs decide, not means: a sawtooth that returns is flat."""
    count = len(units)
    if count < 2:
        return Growth(span=0, slope=0.0, spread=0, flat=False)
    slope, start = _line(units, sizes)
    residuals = [size - (start + slope * unit) for unit, size in zip(units, sizes, strict=True)]
    spread = round(max(residuals) - min(residuals))
    span = units[-1] - units[0]
    half = count // 2
    rise = min(sizes[half:]) - min(sizes[:half])
    flat = slope * span <= max(GRAIN_BYTES, spread / 2) and rise <= max(_TROUGH_BYTES, _TROUGH_SHARE * spread)
    return Growth(span=span, slope=slope, spread=spread, flat=flat)


def is_one_step(units: Sequence[int], sizes: Sequence[int], sensitivity: float) -> bool:
    """
    Whether most of what two or more reads move by is one step that all later ones lie above, and neither side of it
    rises by more than `sensitivity` in bytes per unit.
    """
    highest = list(accumulate(sizes, max))
    lowest = list(accumulate(reversed(sizes), min))[::-1]
    steps = [after - before for before, after in zip(highest, lowest[1:], strict=False)]
    step = max(steps)
    at = steps.index(step) + 1
    sides = (growth(units[:at], sizes[:at]), growth(units[at:], sizes[at:]))
    return 2 * step > highest[-1] - lowest[0] and not any(side.rises(sensitivity) for side in sides)


def rates(units: Sequence[int], values: Sequence[int]) -> tuple[float, ...]:
    """By how much each value lies above the one before, per unit between them."""
    return tuple(
        (later - earlier) / max(1, end - start)
        for (start, end), (earlier, later) in zip(pairwise(units), pairwise(values), strict=True)
    )


def troughs(units: Sequence[int], sizes: Sequence[int], parts: int) -> tuple[list[int], list[int]]:
    """Where each of so many parts of the reads begins, and its lowest read."""
    parts = min(parts, len(units))
    cuts = [len(units) * part // parts for part in range(parts + 1)]
    return [units[cut] for cut in cuts[:-1]], [min(sizes[first:end]) for first, end in pairwise(cuts)]


def _line(xs: Sequence[int], ys: Sequence[int]) -> tuple[float, float]:
    """Slope and start of the least-squares line."""
    x_mean = sum(xs) / len(xs)
    y_mean = sum(ys) / len(ys)
    across = sum((x - x_mean) ** 2 for x in xs)
    if not across:
        return 0.0, y_mean
    slope = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True)) / across
    return slope, y_mean - slope * x_mean
