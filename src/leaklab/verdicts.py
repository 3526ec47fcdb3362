"""A decision and what it rests on, as a verdict."""

from typing import Any

from leaklab import describe
from leaklab.decide import Decision
from leaklab.ladder import Climb
from leaklab.natural import MOST_FULL_COLLECTIONS_PER_UNIT, Natural
from leaklab.report import (
    Bounded,
    Costly,
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


# Each interleaving of tasks is one of many: so many seeds have to agree that nothing grows.
SEEDS_OF_ASYNC = 3


def _next(run: Run, decision: Decision, *, is_async: bool) -> Next:
    command = run.command
    if decision.kind == "growing":
        # Garbage that nothing collects is held by nothing: there is no path to show.
        return None if decision.garbage else NextExplain()
    if decision.kind == "inconclusive" and command.cap <= command.program.contract.cap:
        return NextCheck(seed=command.seed + 1, cap=2 * command.cap, agreed=command.agreed)
    if is_async and decision.kind in ("bounded", "over-budget") and command.agreed + 1 < SEEDS_OF_ASYNC:
        return NextCheck(seed=command.seed + 1, cap=command.cap, agreed=command.agreed + 1)
    return None


def word_verdict(
    run: Run, seen: Climb, natural: Natural | None, decision: Decision, base: int, seconds: float, *, is_async: bool
) -> Verdict:
    """With what the page should have done next."""
    program = run.command.program
    unit, contract = program.unit, program.contract
    within = natural is None or decision.kind != "over-budget" or max(seen.retained, seen.peak) > contract.budget_bytes
    # What a collection will take is no peak, unless it is what went over the budget.
    peak = seen.peak if natural is None or within else natural.most
    measured: dict[str, Any] = {
        "unit": unit,
        "units": seen.units,
        "seed": run.command.seed,
        "seeds": run.command.agreed + 1,
        "meter": run.meter_name,
        "seconds": round(seconds, 2),
        "base_bytes": base,
        "retained_bytes": seen.retained,
        "peak_bytes": peak,
        "budget_bytes": contract.budget_bytes,
        "bytes_per_unit": round(decision.slope, 3),
        "detection_limit": round(decision.detection_limit, 4),
        "sensitivity": contract.sensitivity,
        "rungs": tuple(
            Rung(units=rung.span, bytes_per_unit=round(rung.slope, 3), spread_bytes=rung.spread, flat=rung.flat)
            for rung in seen.seen.rungs
        ),
        "next": _next(run, decision, is_async=is_async),
    }
    match decision.kind:
        case "bounded":
            return Bounded(sentence=describe.describe_bounded(unit, seen.units, decision.detection_limit), **measured)
        case "over-budget":
            sentence = describe.describe_over_budget(seen.retained, peak, contract.budget_bytes)
            return OverBudget(sentence=sentence, **measured)
        case "inconclusive":
            sentence = describe.describe_inconclusive(decision.because)
            return Inconclusive(sentence=sentence, because=decision.because, **measured)
        case "costly":
            assert natural is not None
            return Costly(
                sentence=describe.describe_costly(unit, natural.units, natural.full_collections),
                collections_per_unit=round(natural.full_collections_per_unit, 3),
                most_collections_per_unit=MOST_FULL_COLLECTIONS_PER_UNIT,
                **measured,
            )
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
                    garbage=decision.garbage,
                ),
                objects_per_unit=round(seen.objects_per_unit, 3),
                container_bytes=CONTAINER_BYTES,
                rate_per_second=contract.rate_per_second,
                units_to_limit=units_to_limit,
                seconds_to_limit=seconds_to_limit,
                **measured,
            )
