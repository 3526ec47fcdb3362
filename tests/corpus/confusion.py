"""Right, wrong, or unable to tell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from judging import Answers, Result
from program import Label

OURS = "leaklab"
Answer = Literal["right", "wrong", "cannot tell"]
_RIGHT: dict[Label, str] = {"leak": "growing", "bounded": "bounded", "either": "growing"}


@dataclass(frozen=True, slots=True)
class Tally:
    """Programs that were answered right, wrong, and not at all."""

    leaks: tuple[int, int, int]
    bounded: tuple[int, int, int]


def answer(label: Label, verdict: str) -> Answer:
    """A crash, a fault or any verdict but the one is wrong; `inconclusive` is honest."""
    if verdict == _RIGHT[label]:
        return "right"
    return "cannot tell" if verdict == "inconclusive" else "wrong"


def is_wrong(label: Label, verdict: str) -> bool:
    return answer(label, verdict) == "wrong"


def tallies(results: Sequence[Result], answers: Sequence[Answers]) -> dict[str, Tally]:
    """Of the judge and of each simpler rule, over the programs that are one thing or the other."""
    clear = [result for result in results if result.label != "either"]
    found = {OURS: _tally((result.label, answer(result.label, result.verdict)) for result in clear)}
    for name in answers[0] if answers else ():
        of_rule = [
            (result.label, _of_rule(result.label, says_leak=said[name]))
            for result, said in zip(results, answers, strict=True)
            if result.label != "either"
        ]
        found[name] = _tally(of_rule)
    return found


def _of_rule(label: Label, *, says_leak: bool) -> Answer:
    return "right" if says_leak == (label == "leak") else "wrong"


def _tally(pairs: Iterable[tuple[Label, Answer]]) -> Tally:
    counted = list(pairs)

    def of(label: Label) -> tuple[int, int, int]:
        return (
            counted.count((label, "right")),
            counted.count((label, "wrong")),
            counted.count((label, "cannot tell")),
        )

    return Tally(leaks=of("leak"), bounded=of("bounded"))


def word_matrix(results: Sequence[Result], answers: Sequence[Answers]) -> str:
    """As a table of Markdown, the judge first."""
    rows = ["| rule | leaks found | missed | cannot tell | bounded passed | false alarms | cannot tell |"]
    rows.append("| --- | --: | --: | --: | --: | --: | --: |")
    rows += [_row(name, tally) for name, tally in tallies(results, answers).items()]
    return "\n".join(rows) + "\n"


def _row(name: str, tally: Tally) -> str:
    name = f"**{name}**" if name == OURS else name
    counts = (*tally.leaks, *tally.bounded)
    return f"| {name} | " + " | ".join(str(count) for count in counts) + " |"
