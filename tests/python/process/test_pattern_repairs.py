"""Repairs of the sandboxes without a lesson: right ones pass, and what grows on or breaks a promise does not."""

import pytest
from pattern_repairs import RIGHT, STILL_TOO_MUCH, WRONG
from programs import as_kind
from repairs.repair import Repair
from test_repairs import repaired

from leaklab.native.judging import check
from leaklab.wire.report import Bounded, Broken


@pytest.mark.parametrize("repair", RIGHT.values(), ids=RIGHT)
def test_a_right_repair_passes(repair: Repair) -> None:
    as_kind(Bounded, check(repaired(repair), 1))


@pytest.mark.parametrize(("kind", "repair"), STILL_TOO_MUCH.values(), ids=STILL_TOO_MUCH)
def test_what_keeps_what_grows_is_not_taken_for_a_repair(kind: str, repair: Repair) -> None:
    verdict = check(repaired(repair), 1)
    assert verdict.kind == kind, verdict.sentence


@pytest.mark.parametrize("repair", WRONG.values(), ids=WRONG)
def test_a_repair_that_breaks_a_promise_is_told_which(repair: Repair) -> None:
    assert repair.says in as_kind(Broken, check(repaired(repair), 1)).sentence
