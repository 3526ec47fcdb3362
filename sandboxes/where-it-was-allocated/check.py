"""What passengers see, and what the control room may rely on."""

import os
import traceback
from collections import Counter
from typing import Any, NamedTuple

import displays
from displays import screen_at
from network import BOARDED
from workload import (
    LATEST,
    REPORTS,
    STOPS,
    announcement,
    is_cut,
    message,
    now_at,
    passengers,
    report,
    stop_asking,
    topic_of,
)

TRAMS_SHOWN = 5
OURS = os.path.dirname(displays.__file__)
# After so many messages another stop is looked at too.
LOOK_EVERY = 10


class Announced(NamedTuple):
    until: int
    stops: list[str]
    text: str


# What was published and is not over, by id; who got on, by stop; the number of the last report on all trams.
announced: dict[str, Announced] = {}
boarded: Counter[str] = Counter()
reported: list[int] = []


def before() -> None:
    rows = screen_at(STOPS[0], now_at(0))
    assert rows == [], f"Before the first message a screen must be empty, not {rows}."


def during(i: int) -> None:
    expected = is_for_us(i)
    accepted = LATEST["accepted"]
    how = "cut short" if is_cut(i) else "whole"
    assert accepted is expected, (
        f"{fell_over(i)}receive() must be {expected} for a message on {topic_of(i)}, {how}, not {accepted}."
    )
    if expected:
        note(i)
    now = now_at(i)
    for over in [one for one, content in announced.items() if content.until <= now]:
        del announced[over]
    shows(stop_asking(i), LATEST["screen"])
    if i % LOOK_EVERY == 0:
        other = STOPS[i // LOOK_EVERY % len(STOPS)]
        shows(other, screen_at(other, now))
        assert BOARDED[other] == boarded[other], (
            f"BOARDED must count passengers from the start on: {boarded[other]} at {other}, not {BOARDED[other]}."
        )


def fell_over(i: int) -> str:
    """What receive() caught, with the line of the program, where a handler raises for a message that is in order."""
    handler = getattr(displays, "HANDLERS", {}).get(topic_of(i))
    if handler is None or is_cut(i):
        return ""
    try:
        handler(message(i))
    except Exception as error:
        steps = [step for step in traceback.extract_tb(error.__traceback__) if os.path.dirname(step.filename) == OURS]
        where = f" ({os.path.basename(steps[-1].filename)}, line {steps[-1].lineno})" if steps else ""
        return f"{type(error).__name__}: {error}{where}. "
    return ""


def is_for_us(i: int) -> bool:
    return topic_of(i) != "stops/lifts" and not is_cut(i)


def note(i: int) -> None:
    match topic_of(i):
        case "trams/positions":
            reported[:] = [report(i)]
        case "trams/passengers":
            boarded.update(passengers(i)["boarded"])
        case _:
            shown = announcement(i)["shown"]
            announced[shown["id"]] = Announced(shown["until"], shown["stops"], shown["text"])


def shows(stop: str, screen: Any) -> None:
    fleet = [tram for number in reported for tram in REPORTS[number] if stop in tram["calls"]]
    calls = sorted((tram["calls"][stop], tram["line"], tram["to"]) for tram in fleet)
    trams = [f"{line:>2} {to} {minutes} min" for minutes, line, to in calls[:TRAMS_SHOWN]]
    texts = [content.text for _, content in sorted(announced.items()) if stop in content.stops]
    rows = [row.rstrip() for row in screen]
    seen, rest = rows[: len(trams)], rows[len(trams) :]
    assert seen == trams, f"{stop} must show its next trams first, as they were reported last: {trams}, not {seen}."
    for text in texts:
        assert text in rest, f"{stop} must show an announcement until it is over, and one is missing: {text}"
    for row in rest:
        assert row in texts, f"{stop} must show no announcement that is over or was replaced, and shows: {row}"
    assert rest == texts, f"{stop} must show each announcement once, in the order of the ids: {texts}, not {rest}."
    widths = sorted({len(row) for row in screen})
    assert len(widths) < 2, f"All rows of a screen must be equally wide; at {stop} they are {widths}."
