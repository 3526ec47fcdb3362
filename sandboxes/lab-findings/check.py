"""What the practice and its laboratories rely on."""

from findings import Report
from workload import FIRST, LABS, LATEST, USUAL, Asked, Portal, answer_to, findings


def before() -> None:
    for asked in Asked("bay", 990), Asked("north", 990), Asked("north", 989), Asked("bay", 989):
        judge(asked, answer_to(asked))


def during(i: int) -> None:
    judge(*LATEST[0])
    if i % 50 == 0:
        # The other laboratory, about a sample that it was asked for long ago.
        asked = Asked("north" if i % 100 else "bay", FIRST + i // 16)
        judge(asked, answer_to(asked))


def judge(asked: Asked, seen: Report | None) -> None:
    what = f"The report on sample {asked.sample} of the {asked.lab} laboratory"
    found = findings(*asked)
    if found:
        assert seen is not None, f"{what} must be a report, and Unknown is raised."
        assert seen.sample == asked.sample, f"{what} is about sample {seen.sample}."
        assert seen.ready == found["ready"], f"{what} must have ready={found['ready']}, not {seen.ready}."
        low, high = outside(found)
        assert list(seen.low) == low, f"{what} must have {listed(low)} as low, not {listed(list(seen.low))}."
        assert list(seen.high) == high, f"{what} must have {listed(high)} as high, not {listed(list(seen.high))}."
    else:
        assert seen is None, f"{what} must raise Unknown: there is no such sample. It is answered with {seen}."
    for portal in LABS.values():
        judge_portal(portal)


def judge_portal(portal: Portal) -> None:
    assert not portal.needless, (
        f"The program has signed in to the {portal.lab} laboratory although it had a seat there that was still good: "
        "it must stay signed in until the portal signs everybody out."
    )
    foreign = [name for name, value in portal.sent.items() if not value.startswith(f"{portal.lab}-")]
    assert not foreign, f"The {portal.lab} laboratory was sent a cookie that it has not set: {listed(foreign)}."


def outside(found: dict) -> tuple[list[str], list[str]]:
    usual = USUAL[found["animal"]]
    values = found["values"].items()
    return (
        [name for name, value in values if value < usual[name][0]],
        [name for name, value in values if value > usual[name][1]],
    )


def listed(names: list[str]) -> str:
    return ", ".join(names) or "nothing"

