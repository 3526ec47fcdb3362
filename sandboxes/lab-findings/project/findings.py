"""What a laboratory has found in a sample: the vet sees whether it is ready, and what is out of range."""

from dataclasses import dataclass

from portal import page

# From and to, by animal.
RANGES = {
    "cat": {"glucose": (55, 125), "creatinine": (90, 220), "potassium": (37, 58)},
    "dog": {"glucose": (75, 128), "creatinine": (50, 150), "potassium": (35, 51)},
}


@dataclass(slots=True)
class Report:
    sample: int
    ready: bool
    # The names of what is too low or too high, in the order of the laboratory.
    low: list[str]
    high: list[str]


def report(lab: str, sample: int) -> Report:
    found = page(lab, f"/samples/{sample}/findings")
    ranges = RANGES[found["animal"]]
    low = [name for name, value in found["values"].items() if value < ranges[name][0]]
    high = [name for name, value in found["values"].items() if value > ranges[name][1]]
    return Report(sample, found["ready"], low, high)
