"""Judges a sandbox as it is declared: its program as it stands, every fix and every decoy, with some seeds each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

from leaklab.native.judging import Execute, check
from leaklab.native.process import OnSignal, carry_out, unheard
from leaklab.native.sandbox_folder import SandboxUnusable
from leaklab.native.whole_sandbox import Variant, WholeSandbox
from leaklab.wire.report import Measured
from leaklab.words import say
from leaklab.world.allowance import Allowance


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedJudged:
    """With one seed. Units, bytes, and bytes per unit; None where nothing was measured."""

    seed: int
    kind: str
    sentence: str
    units: int | None = None
    retained_bytes: int | None = None
    peak_bytes: int | None = None
    bytes_per_unit: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    variant: str
    declared: str
    judged: tuple[SeedJudged, ...]

    @property
    def wrong(self) -> list[SeedJudged]:
        return [one for one in self.judged if one.kind != self.declared]


# Told before each judgement: which variant, with which seed.
OnJudging = Callable[[str, int], None]


def installed(folder: Path, sandbox: WholeSandbox) -> WholeSandbox:
    """Raises SandboxUnusable where a package that it needs is not there."""
    missing = [(index, name) for index, name in enumerate(sandbox.packages) if not _is_installed(name)]
    if missing:
        lines = [
            f"{folder / 'sandbox.json'}: packages[{index}]: {name} is not installed here; pip install {name}."
            for index, name in missing
        ]
        raise SandboxUnusable("\n".join(lines))
    return sandbox


def judge_variants(
    sandbox: WholeSandbox,
    seeds: int,
    within: float,
    on_judging: OnJudging = lambda variant, seed: None,
    on_signal: OnSignal = unheard,
    execute: Execute = carry_out,
) -> Iterator[Row]:
    """A row for each variant, with the seeds 1 to `seeds`; `within` seconds for each, or 0 for as much as it takes."""
    for variant in sandbox.variants:
        judged = []
        for seed in range(1, seeds + 1):
            on_judging(variant.name, seed)
            judged.append(_judged(variant, seed, within, on_signal, execute))
        yield Row(variant.name, variant.declared, tuple(judged))


def complaints(rows: list[Row], folder: Path) -> list[str]:
    """What was not judged as declared with every seed: what, where, and what to do."""
    return [_complaint(row, folder) for row in rows if row.wrong]


def table(rows: list[Row]) -> str:
    """A line for each variant: what it is declared, what it was judged with how many seeds, units, bytes per unit."""
    cells = [["", "declared", "judged", "units", "rate"], *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place > 2 else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    )


def _judged(variant: Variant, seed: int, within: float, on_signal: OnSignal, execute: Execute) -> SeedJudged:
    verdict = check(variant.program, seed, on_signal, execute, Allowance(within))
    if not isinstance(verdict, Measured):
        return SeedJudged(seed=seed, kind=verdict.kind, sentence=verdict.sentence)
    return SeedJudged(
        seed=seed,
        kind=verdict.kind,
        sentence=verdict.sentence,
        units=verdict.units,
        retained_bytes=verdict.retained_bytes,
        peak_bytes=verdict.peak_bytes,
        bytes_per_unit=verdict.bytes_per_unit,
    )


def _cells(row: Row) -> list[str]:
    units = [one.units for one in row.judged if one.units is not None]
    rates = [one.bytes_per_unit for one in row.judged if one.bytes_per_unit is not None]
    kinds = dict.fromkeys(one.kind for one in row.judged)
    return [
        row.variant,
        row.declared,
        ", ".join(f"{kind} {sum(one.kind == kind for one in row.judged)}" for kind in kinds),
        f"{round(median(units)):,}" if units else "-",
        say().slope(max(0.0, median(rates))) if rates else "-",
    ]


def _complaint(row: Row, folder: Path) -> str:
    first = row.wrong[0]
    times = "" if len(row.wrong) == len(row.judged) else f" (with {len(row.wrong)} of {len(row.judged)} seeds)"
    overlay = "" if row.variant == "starter" else f" --overlay {folder / row.variant}"
    return (
        f"{folder}: {row.variant}, seed {first.seed}: judged {first.kind}{times}, declared {row.declared}. "
        f"{first.sentence}\n    {_remedy(row, first)}\n"
        f"    See it: leaklab sandbox {folder}{overlay} --seed {first.seed}"
    )


def _remedy(row: Row, first: SeedJudged) -> str:
    """What its author can do."""
    match first.kind:
        case "inconclusive":
            return 'Make each unit cost about the same, or raise "cap" or "sensitivity" in the contract.'
        case "growing" if len({one.kind for one in row.judged}) > 1:
            return 'Is something still filling at "cap"? Raise "cap", or give what fills a smaller bound.'
        case "growing" if row.declared == "bounded":
            return (
                "Something still grows, in this program or in workload.py or check.py itself; "
                'a cache must be full by a quarter of "cap".'
            )
        case "growing":
            return "Let it do what it is declared to do, or declare it growing."
        case "over-budget":
            kept, peak = say().bytes(first.retained_bytes or 0), say().bytes(first.peak_bytes or 0)
            return f'It kept {kept} and had {peak} at its peak: raise "budgetBytes" if that is honest, or keep less.'
        case "costly":
            return "It collects more often than a program needs to; let it not call gc.collect() under load."
        case "bounded" if row.declared == "growing":
            return "It does not grow under this workload: let workload.py reach the leak in every few units."
        case "bounded":
            return "check.py or the contract does not catch it: tighten one of them, or take the decoy out."
        case "broken":
            return "Let check.py ask only for what the contract promises, or let the program keep to it."
        case _:
            return "Run it by itself first: workload.py and check.py must work with this program."


def _is_installed(name: str) -> bool:
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True
