"""What the gate says of rows that were judged."""

from pathlib import Path

import pytest

from leaklab.native.gate import Row, SeedJudged, complaints, table


def judged(seed: int, kind: str, rate: float | None = None) -> SeedJudged:
    units = None if rate is None else 3_200
    return SeedJudged(
        seed=seed, kind=kind, sentence=f"It is {kind}.", units=units, retained_bytes=90_000, bytes_per_unit=rate
    )


def test_a_row_that_is_as_declared_with_every_seed_is_no_complaint() -> None:
    assert complaints([Row("fixes/ring", "bounded", (judged(1, "bounded"), judged(2, "bounded")))], Path("desk")) == []


def test_one_seed_of_many_is_named_with_what_to_do_and_how_to_see_it() -> None:
    row = Row("fixes/ring", "bounded", (judged(1, "bounded"), judged(2, "growing"), judged(3, "bounded")))
    assert complaints([row], Path("desk")) == [
        "desk: fixes/ring, seed 2: judged growing (with 1 of 3 seeds), declared bounded. It is growing.\n"
        '    Is something still filling at "cap"? Raise "cap", or give what fills a smaller bound.\n'
        "    See it: leaklab sandbox desk --overlay desk/fixes/ring --seed 2"
    ]


@pytest.mark.parametrize(
    ("declared", "kind", "remedy"),
    [
        ("bounded", "growing", "Something still grows, in this program or in workload.py or check.py itself"),
        ("broken", "growing", "Let it do what it is declared to do"),
        ("bounded", "over-budget", 'It kept 90 kB and had 0 B at its peak: raise "budgetBytes"'),
        ("growing", "bounded", "let workload.py reach the leak"),
        ("broken", "bounded", "check.py or the contract does not catch it"),
        ("bounded", "broken", "Let check.py ask only for what the contract promises"),
        ("bounded", "crashed", "Run it by itself first"),
        ("bounded", "costly", "let it not call gc.collect()"),
        ("bounded", "inconclusive", 'raise "cap" or "sensitivity"'),
    ],
)
def test_each_kind_has_its_remedy(declared: str, kind: str, remedy: str) -> None:
    (complaint,) = complaints([Row("starter", declared, (judged(1, kind),))], Path("desk"))
    assert remedy in complaint
    assert complaint.endswith("See it: leaklab sandbox desk --seed 1")


def test_the_table_has_medians_and_every_kind_that_came() -> None:
    rows = [
        Row("starter", "growing", (judged(1, "growing", 90.0), judged(2, "growing", 94.0))),
        Row("fixes/ring", "bounded", (judged(1, "bounded", 0.01), judged(2, "crashed"))),
        Row("decoys/none", "broken", (judged(1, "broken"),)),
    ]
    assert table(rows).splitlines() == [
        "             declared  judged                units    rate",
        "starter      growing   growing 2             3,200    92 B",
        "fixes/ring   bounded   bounded 1, crashed 1  3,200  0.01 B",
        "decoys/none  broken    broken 1                  -       -",
    ]
