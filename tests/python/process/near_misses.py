"""
Runs as a sandbox's diagnose.py: gives each near answer of its diagnosis.py to the grading, in the living program, and
prints a sentence for each message that does not come back, as JSON.
"""

import gc
import json
import os
import sys
from collections.abc import Iterator
from importlib import import_module

from leaklab.diagnose.claims import compare_claim
from leaklab.diagnose.grading import compare
from leaklab.diagnosis import Claim, Culprit, Part
from leaklab.live import load
from leaklab.program.place import Place
from leaklab.world.stack import drive

PLACE = Place(learner=os.getcwd(), harness=os.path.dirname(sys.modules["workload"].__file__ or ""))
authored = vars(import_module("diagnosis"))
culprit: Culprit = authored.get("culprit", Culprit())
claim: Claim = authored.get("claim", Claim())


def feedback_on(part: Part, answer: object) -> str:
    (finding,) = (one for one in compare({part: answer}, culprit, PLACE).findings if one.part == part)
    return finding.feedback


def lines_of(key: str) -> Iterator[tuple[str, int]]:
    """The lines that a key of `where` means: of a file, of a file with a text, or with a text in whatever file."""
    file, _, text = key.partition(":") if ".py:" in key else (key, "", "")
    if os.path.exists(file):
        yield from ((file, number) for number, source in enumerate(read(file), 1) if source and text in ("", source))
    elif file.endswith(".py"):
        paths = [getattr(module, "__file__", None) or "" for module in list(sys.modules.values())]
        yield from ((path, 1) for path in paths if os.path.basename(path) == file)
    else:
        for own in filter(os.path.isfile, os.listdir()):
            yield from ((own, number) for number, source in enumerate(read(own), 1) if source == key)


def read(file: str) -> list[str]:
    with open(file, encoding="utf-8") as source:
        return [line.strip() for line in source]


def types_named(name: str) -> list[type]:
    return [kind for kind in {object, *below(object)} if kind.__name__ == name]


def below(kind: type) -> Iterator[type]:
    one: type
    for one in type.__subclasses__(kind):
        yield one
        yield from below(one)


def value_named(name: str) -> list[object]:
    """What a name in the source leads to now; nothing if there is no such name."""
    module, *attributes = name.split(".")
    value: object = sys.modules.get(module)
    for attribute in attributes:
        value = getattr(value, attribute, None)
    return [] if value is None else [value]


def answers_to(part: Part, key: str) -> list[object]:
    """The answers that a message is for."""
    match part:
        case "where":
            return list(lines_of(key))
        case "what":
            return [answer for kind in types_named(key) for answer in (key, kind)]
        case "held_by":
            values = value_named(key)
            return [key, *values] if values else [thing for kind in types_named(key) for thing in instances_of(kind)]


def wrong_about(number: int) -> object:
    """A rule that is right about every curve but one."""
    answers = iter([curve.grows is not (at == number) for at, curve in enumerate(claim.curves)])
    return lambda readings: next(answers)


def instances_of(kind: type) -> list[object]:
    return [thing for thing in gc.get_objects() if type(thing) is kind][:1]


def complaints() -> Iterator[str]:
    parts: tuple[Part, ...] = ("where", "what", "held_by")
    for part in culprit.near:
        if part not in parts:
            yield f"{part}: there is no such part; there are {', '.join(parts)}."
    for part in parts:
        for key, message in culprit.near.get(part, {}).items():
            answers = answers_to(part, key)
            said = {feedback_on(part, answer) for answer in answers}
            if not answers:
                yield f"{part}, {key!r}: nothing in the loaded program has that name."
            elif message not in said:
                yield f"{part}, {key!r}: this message cannot be reached. Instead comes: {' / '.join(sorted(said))}"
            elif part != "where" and said != {message}:
                yield f"{part}, {key!r}: by name and as itself this is not the same answer: {' / '.join(sorted(said))}"
    for number, curve in enumerate(claim.curves):
        feedback = drive(compare_claim({"grows": wrong_about(number)}, claim))[0].feedback
        if curve.name not in feedback or not feedback.endswith(curve.near):
            yield f"grows, {curve.name!r}: this message cannot be reached. Instead comes: {feedback}"


load(200)
print(json.dumps(list(complaints())))
