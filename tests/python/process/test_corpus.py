"""The corpus of small programs, judged natively and by simpler rules: see tests/corpus/README.md."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest
from baselines import RULES
from confusion import is_wrong, word_matrix
from every_program import programs
from judging import Answers, Result, ask_rules, judge_one
from program import Program
from shared import Shared

SHARE_THAT_MAY_STAY_OPEN = 0.02
FEW_PROGRAMS = 3
SEED = 1
PROGRAMS = programs()
FAMILIES = list(dict.fromkeys(program.family for program in PROGRAMS))

# Whoever asks for the whole corpus asks for it once.
whole = pytest.mark.xdist_group("corpus")


@pytest.fixture(scope="session")
def results(shared: Shared) -> list[Result]:
    return shared.all_of({program.id: partial(judge_one, (program, SEED)) for program in PROGRAMS})


@pytest.fixture(scope="session")
def answers(shared: Shared) -> list[Answers]:
    found = shared.all_of({f"rules-{family}": partial(answers_on, family) for family in FAMILIES})
    return [answer for family in found for answer in family]


def answers_on(family: str) -> list[Answers]:
    return ask_rules([(program, SEED) for program in PROGRAMS if program.family == family], lanes=1)


def named(results: list[Result], *names: str) -> list[Result]:
    found = [result for result in results if result.program.id in names]
    assert len(found) == len(names)
    return found


def told(results: Iterable[Result]) -> list[str]:
    return [f"{result.program.id}: {result.verdict}. {result.says}" for result in results]


def labelled(results: list[Result], *labels: str) -> list[Result]:
    return [result for result in results if result.label in labels]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.id)
def test_a_program_is_judged_to_be_what_it_is_or_left_open(program: Program, shared: Shared) -> None:
    result = shared.once(program.id, partial(judge_one, (program, SEED)))
    assert not is_wrong(program.label, result.verdict), told([result])
    assert result.verdict != "bounded" or result.limit <= program.sensitivity, (
        "It has not seen what its contract counts."
    )


@pytest.mark.parametrize("family", FAMILIES)
def test_the_simpler_rules_say_something_of_every_program(family: str, shared: Shared) -> None:
    found = shared.once(f"rules-{family}", partial(answers_on, family))
    assert len(found) == sum(program.family == family for program in PROGRAMS)
    assert [answer for answer in found if list(answer) != [rule.name for rule in RULES]] == []


@whole
def test_there_are_leaks_and_bounded_programs_enough(results: list[Result]) -> None:
    assert len(labelled(results, "leak")) >= 90
    assert len(labelled(results, "bounded")) >= 90


@whole
def test_at_most_two_in_a_hundred_stay_open(results: list[Result]) -> None:
    clear = labelled(results, "leak", "bounded")
    still_open = [result for result in clear if result.verdict == "inconclusive"]
    assert len(still_open) <= SHARE_THAT_MAY_STAY_OPEN * len(clear), told(still_open)


@whole
def test_the_smallest_leak_is_found_and_measured(results: list[Result]) -> None:
    (smallest,) = named(results, "smallest")
    assert smallest.verdict == "growing"
    # A text of 60 bytes, in a block of up to 80, and its place in the list.
    assert 0.06 <= smallest.slope < 0.1


@whole
def test_a_healthy_framework_shows_no_slope(results: list[Result]) -> None:
    at_rest = named(results, "flask-at-rest", "flask-g-and-teardown", "jinja-at-rest", "celery-at-rest")
    assert [it.verdict for it in at_rest] == ["bounded"] * 4
    assert told(it for it in at_rest if abs(it.slope) > 0.1 or it.limit > 0.2) == []


def cells(matrix: str) -> dict[str, list[int]]:
    rows = [[cell.strip("* ") for cell in line.strip("|").split("|")] for line in matrix.splitlines()[2:]]
    return {name: [int(count) for count in counts] for name, *counts in rows}


@whole
def test_the_matrix_in_the_readme_is_what_the_rules_say_now(results: list[Result], answers: list[Answers]) -> None:
    readme = (Path(__file__).parents[2] / "corpus" / "README.md").read_text(encoding="utf-8")
    written = cells(readme.partition("<!-- matrix: begin -->\n")[2].partition("<!-- matrix: end -->")[0])
    matrix = word_matrix(results, answers)
    now = cells(matrix)
    assert written.keys() == now.keys()
    for name, counts in now.items():
        # The heap begins elsewhere in every process: in a few programs a block more or less decides for a rule.
        assert written[name] == pytest.approx(counts, abs=FEW_PROGRAMS), matrix
