"""A decision and what it rests on, as a verdict."""

from dataclasses import replace
from typing import Any

from leaklab.load.run import Run
from leaklab.measure.ladder import Climb
from leaklab.measure.unassisted import MOST_FULL_COLLECTIONS_PER_UNIT, Unassisted
from leaklab.verdict.decide import Decision
from leaklab.wire import describe
from leaklab.wire.describe import Words
from leaklab.wire.report import (
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
from leaklab.words import say

CONTAINER_BYTES = 512 * 1024 * 1024


# Each interleaving of tasks is one of many: so many seeds have to agree that nothing grows.
SEEDS_OF_ASYNC = 3


def _next(run: Run, seen: Climb, decision: Decision, peak: int, *, is_async: bool) -> Next:
    command = run.command
    if decision.kind == "growing":
        # Garbage that nothing collects is held by nothing: there is no path to show.
        before_last = seen.units - seen.seen.rungs[-1].span
        return None if decision.garbage else NextExplain(about="growth", units=before_last, bytes=decision.slope)
    if decision.kind == "inconclusive" and command.cap <= command.program.contract.cap:
        return NextCheck(seed=command.seed + 1, cap=2 * command.cap, agreed=command.agreed)
    if is_async and decision.kind in ("bounded", "over-budget") and command.agreed + 1 < SEEDS_OF_ASYNC:
        return NextCheck(seed=command.seed + 1, cap=command.cap, agreed=command.agreed + 1)
    if decision.kind == "over-budget":
        kept = seen.retained if seen.retained > command.program.contract.budget_bytes else peak
        return NextExplain(about="kept", units=seen.units, bytes=kept)
    return None


def build_verdict(
    run: Run,
    seen: Climb,
    unassisted: Unassisted | None,
    decision: Decision,
    base: int,
    imported: int,
    seconds: float,
    *,
    is_async: bool,
) -> Verdict:
    """With what the page should have done next."""
    program = run.command.program
    unit, contract = program.unit, program.contract
    # What a collection will take is no peak, unless it is what went over the budget.
    is_garbage = decision.kind == "over-budget" and decision.garbage
    peak = unassisted.most if unassisted is not None and is_garbage else seen.peak
    units_to_limit = round(CONTAINER_BYTES / decision.slope) if decision.kind == "growing" else 0
    seconds_to_limit = round(units_to_limit / contract.rate_per_second)
    words = _words(run, seen, unassisted, decision, peak, seconds_to_limit)
    measured: dict[str, Any] = {
        "sentence": words.sentence,
        "headline": words.headline,
        "lead": words.lead,
        "unit": unit,
        "units": seen.units,
        "seed": run.command.seed,
        "seeds": run.command.agreed + 1,
        "meter": run.meter_name,
        "seconds": round(seconds, 2),
        "base_bytes": base,
        "imported_bytes": imported,
        "retained_bytes": seen.retained,
        "peak_bytes": peak,
        "budget_bytes": contract.budget_bytes,
        "bytes_per_unit": round(decision.slope, 3),
        "bytes_per_unit_error": round(decision.error, 4),
        "entries_per_unit": round(seen.seen.gains[-1] if seen.seen.gains else 0.0, 4),
        "outside_bytes_per_unit": round(decision.outside, 3),
        "detection_limit": round(decision.detection_limit, 4),
        "sensitivity": contract.sensitivity,
        "rungs": tuple(
            Rung(units=rung.span, bytes_per_unit=round(rung.slope, 3), spread_bytes=rung.spread, flat=rung.flat)
            for rung in seen.seen.rungs
        ),
        "next": _next(run, seen, decision, peak, is_async=is_async),
    }
    match decision.kind:
        case "bounded":
            return Bounded(trickle=decision.trickle, **measured)
        case "over-budget":
            return OverBudget(detail=words.besides, **measured)
        case "inconclusive":
            return Inconclusive(because=decision.because, **measured)
        case "costly":
            assert unassisted is not None
            return Costly(
                detail=words.besides,
                collections_per_unit=round(unassisted.full_collections_per_unit, 3),
                most_collections_per_unit=MOST_FULL_COLLECTIONS_PER_UNIT,
                **measured,
            )
        case "growing":
            return Growing(
                lifetime=words.besides,
                objects_per_unit=round(seen.objects_per_unit, 3),
                container_bytes=CONTAINER_BYTES,
                rate_per_second=contract.rate_per_second,
                units_to_limit=units_to_limit,
                seconds_to_limit=seconds_to_limit,
                **measured,
            )


def _words(
    run: Run, seen: Climb, unassisted: Unassisted | None, decision: Decision, peak: int, seconds_to_limit: int
) -> Words:
    program = run.command.program
    unit, contract = program.unit, program.contract
    match decision.kind:
        case "bounded" if decision.trickle:
            return describe.describe_trickle(unit, decision.slope, decision.error, contract.sensitivity)
        case "bounded":
            return describe.describe_bounded(unit, seen.units, decision.detection_limit, seen.retained)
        case "over-budget":
            return describe.describe_over_budget(seen.retained, peak, contract.budget_bytes, garbage=decision.garbage)
        case "inconclusive":
            return describe.describe_inconclusive(decision.because)
        case "costly":
            assert unassisted is not None
            return describe.describe_costly(unit, unassisted.units, unassisted.full_collections)
        case "growing":
            rate = contract.rate_per_second
            lifetime = say().verdict.lifetime(unit, rate, CONTAINER_BYTES, seconds_to_limit)
            objects = seen.objects_per_unit
            return describe.describe_growing(
                unit, decision.slope, objects, lifetime, outside=decision.outside, garbage=decision.garbage
            )


def told_of_time(verdict: Verdict, cap: int, seconds: float) -> Verdict:
    """What was decided before the cap came, because the time was over: with what that allowed."""
    match verdict:
        case Growing():
            said = say().verdict.called_early(verdict.unit, verdict.units, cap, seconds)
            sentence, lifetime = f"{verdict.sentence} {said}", f"{verdict.lifetime} {said}"
            return replace(verdict, sentence=sentence, lifetime=lifetime)
        case Inconclusive():
            rising = verdict.bytes_per_unit if verdict.bytes_per_unit > verdict.sensitivity else 0
            because = say().verdict.too_short(verdict.unit, verdict.units, cap, seconds, rising)
            words = describe.describe_inconclusive(because)
            return replace(verdict, because=because, sentence=words.sentence, headline=words.headline, next=None)
        case _:
            return verdict
