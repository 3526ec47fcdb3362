"""Tries what a learner claims: a rule on readings whose growth is known, and the most that the program keeps."""

from functools import partial
from math import isnan

from leaklab.diagnosis import Claim, Curve
from leaklab.wire.describe import describe_bytes, describe_error
from leaklab.wire.report import Finding
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
    if rule is None:
        return Finding("grows", None, False, "Not said yet. Hand over your function: claim(grows=...).")
    name = getattr(rule, "__name__", type(rule).__name__)
    if not callable(rule):
        return Finding(
            "grows", name, False, "That is not a function. Hand it over without calling it: claim(grows=grows)."
        )
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
            return Finding("grows", name, False, f"It failed on {curve.name}. {told}")
        (answer,) = answers
        if type(answer) is not bool:
            shown = "None" if answer is None else f"something of type {type(answer).__name__}"
            return Finding(
                "grows", name, False, f"It must return True or False, and of {curve.name} it returned {shown}."
            )
        if answer is not curve.grows:
            wrong.append(curve)
    return Finding("grows", name, not wrong, _scored(wrong, len(claim.curves)))


def _scored(wrong: list[Curve], count: int) -> str:
    if not wrong:
        return f"Yes: right about all {count} curves."
    first = wrong[0]
    said = "does not grow, and it does" if first.grows else "grows, and it does not"
    return f"Right about {count - len(wrong)} of {count} curves. It says that {first.name} {said}. {first.near}"


def _held_against(given: object, least: int, most: int) -> Finding:
    if given is None:
        return Finding("at_most", None, False, "Not said yet. How many bytes stay at most? claim(at_most=...).")
    if type(given) is not int and (type(given) is not float or isnan(given)):
        shown = f"a {type(given).__name__}"
        return Finding("at_most", shown, False, "That is not a number of bytes. Give one such as 64_000.")
    shown = describe_bytes(min(given, _MOST_SHOWN))
    if given < least:
        return Finding(
            "at_most", shown, False, "It gets higher than that. Count what it has not yet, and leave room for the rest."
        )
    if given > most:
        return Finding(
            "at_most", shown, False, "It stays far below that, as would many a leak for a while. Be sharper."
        )
    return Finding("at_most", shown, True, "A claim that can be tested, and it is not more than it has to be.")
