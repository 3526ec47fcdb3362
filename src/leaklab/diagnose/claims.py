"""Tries what a learner claims: a rule on readings whose growth is known, and the most that the program keeps."""

from functools import partial
from math import isnan

from leaklab.diagnosis import Claim, Curve
from leaklab.wire.describe import describe_error
from leaklab.wire.report import Finding
from leaklab.words import say
from leaklab.world.stack import Steps, as_raised, called, keep

_MOST_SHOWN = 10**15


def compare_claim(found: dict[str, object], claim: Claim) -> Steps[tuple[Finding, ...]]:
    """One finding for each part of the claim that is asked for."""
    findings = []
    if claim.curves:
        findings.append((yield from _tried(found.get("grows"), claim)))
    if claim.at_most is not None:
        findings.append(_held_against(found.get("at_most"), *claim.at_most))
    return tuple(findings)


def _tried(rule: object, claim: Claim) -> Steps[Finding]:
    says = say().diagnosis
    if rule is None:
        return Finding("grows", None, False, says.rule_not_said)
    name = getattr(rule, "__name__", type(rule).__name__)
    if not callable(rule):
        return Finding("grows", name, False, says.no_function)
    wrong = []
    for curve in claim.curves:
        answers: list[object] = []
        try:
            yield from called(partial(keep, answers.append, rule, list(curve.readings)))
        except MemoryError:
            raise
        except BaseException as raised:
            error = as_raised(raised)
            told = describe_error(type(error).__name__, str(error))
            return Finding("grows", name, False, says.rule_failed(curve.name, told))
        (answer,) = answers
        if answer is None:
            return Finding("grows", name, False, says.rule_returned_none(curve.name))
        if type(answer) is not bool:
            return Finding("grows", name, False, says.rule_returned(curve.name, type(answer).__name__))
        if answer is not curve.grows:
            wrong.append(curve)
    return Finding("grows", name, not wrong, _scored(wrong, len(claim.curves)))


def _scored(wrong: list[Curve], count: int) -> str:
    says = say().diagnosis
    if not wrong:
        return says.rule_right(count)
    first = wrong[0]
    return f"{says.rule_wrong(count - len(wrong), count, first.name, grows=first.grows)} {first.near}"


def _held_against(given: object, least: int, most: int) -> Finding:
    says = say().diagnosis
    if given is None:
        return Finding("at_most", None, False, says.most_not_said)
    if type(given) is not int and (type(given) is not float or isnan(given)):
        return Finding("at_most", says.of_type(type(given).__name__), False, says.no_number)
    shown = says.bytes(min(given, _MOST_SHOWN))
    if given < least:
        return Finding("at_most", shown, False, says.most_too_low)
    if given > most:
        return Finding("at_most", shown, False, says.most_too_high)
    return Finding("at_most", shown, True, says.most_right)
