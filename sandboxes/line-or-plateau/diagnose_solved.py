from readings import READINGS

from leaklab.live import claim


def lowest(readings: list[tuple[int, int]], start: float, end: float) -> int:
    rides = readings[-1][0]
    return min(size for number, size in readings if start * rides <= number <= end * rides)


def grows(readings: list[tuple[int, int]]) -> bool:
    """The lowest of the last third against the lowest of the third before it, for each ride between them."""
    third = readings[-1][0] / 3
    more = lowest(readings, 2 / 3, 1) - lowest(readings, 1 / 3, 2 / 3)
    return more / third > 5


for name, readings in READINGS.items():
    print(f"{name:11} {'grows' if grows(readings) else 'is fine'}")

# Eight districts, a map of 8,000 streets for each, and some room for the rest.
claim(grows=grows, at_most=8 * 8_000 + 10_000)
