"""A decision and what it rests on, as a verdict."""

from typing import Any

from leaklab import describe
from leaklab.decide import Decision
from leaklab.ladder import Climb
from leaklab.report import (
    Bounded,
    Growing,
    Inconclusive,
    Next,
    NextCheck,
    NextExplain,
    OverBudget,
    Rung,
    Verdict,
)
from leaklab.running import Run

CONTAINER_BYTES = 512 * 1024 * 1024


def _next(run: Run, kind: str) -> Next:
    if kind == "growing":
        return NextExplain()
    if kind == "inconclusive" and run.command.cap <= run.command.program.contract.cap:
        return NextCheck(seed=run.command.seed + 1, cap=2 * run.command.cap)
    return None


def word_verdict(run: Run, seen: Climb, decision: Decision, base: int, seconds: float) -> Verdict:
    """With what the page should have done next."""
    program = run.command.program
    unit, contract = program.unit, program.contract
    measured: dict[str, Any] = {
        "unit": unit,
        "units": seen.units,
        "seed": run.command.seed,
        "meter": run.meter_name,
        "seconds": round(seconds, 2),
        "base_bytes": base,
        "retained_bytes": seen.retained,
        "peak_bytes": seen.peak,
        "budget_bytes": contract.budget_bytes,
        "bytes_per_unit": round(decision.slope, 3),
        "detection_limit": round(decision.detection_limit, 4),
        "sensitivity": contract.sensitivity,
        "rungs": tuple(
            Rung(units=rung.span, bytes_per_unit=round(rung.slope, 3), spread_bytes=rung.spread, flat=rung.flat)
            for rung in seen.rungs
        ),
        "next": _next(run, decision.kind),
    }
    match decision.kind:
        case "bounded":
            return Bounded(sentence=describe.describe_bounded(unit, seen.units, decision.detection_limit), **measured)
        case "over-budget":
            sentence = describe.describe_over_budget(seen.retained, seen.peak, contract.budget_bytes)
            return OverBudget(sentence=sentence, **measured)
        case "inconclusive":
            sentence = describe.describe_inconclusive(decision.because)
            return Inconclusive(sentence=sentence, because=decision.because, **measured)
        case "growing":
            units_to_limit = round(CONTAINER_BYTES / decision.slope)
            seconds_to_limit = round(units_to_limit / contract.rate_per_second)
            return Growing(
                sentence=describe.describe_growing(
                    unit,
                    decision.slope,
                    seen.objects_per_unit,
                    contract.rate_per_second,
                    CONTAINER_BYTES,
                    seconds_to_limit,
                ),
                objects_per_unit=round(seen.objects_per_unit, 3),
                container_bytes=CONTAINER_BYTES,
                rate_per_second=contract.rate_per_second,
                units_to_limit=units_to_limit,
                seconds_to_limit=seconds_to_limit,
                **measured,
            )
