"""Your own file. Diagnose runs it, and answers what you claim.

READINGS has eight curves by name, each a list of (rides, bytes). claim(...) says what you hold to be true:
    grows    a function that takes such a list, and says True where memory grows for ever
    at_most  how many bytes program 4 keeps at most, however many rides there are
"""

from readings import READINGS

from leaklab.live import claim


def grows(readings: list[tuple[int, int]]) -> bool:
    """Under 1 MB more is fine, says the test that they have."""
    first, last = readings[0], readings[-1]
    return last[1] - first[1] > 1_000_000


for name, readings in READINGS.items():
    print(f"{name:11} {'grows' if grows(readings) else 'is fine'}")

claim(grows=grows, at_most=None)
