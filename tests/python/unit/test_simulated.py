"""Hundreds of random curves of each kind, judged: nothing at rest is called growing, and nothing that grows bounded."""

import math
import random
from bisect import bisect
from collections import Counter
from collections.abc import Callable

import pytest
from simulated import CAP, SENSITIVITY, Curve, Outcome, Program, judge

PROGRAMS_OF_EACH = 40
# What may stay undecided, of each kind.
FEW = 0.05
# A cache or a swing within the contract: seen full, or swept, for two rungs and more.
LONGEST = CAP // 4

SeededRandom = random.Random
Kind = Callable[[SeededRandom], Program]


def between(chance: SeededRandom, low: float, high: float) -> float:
    """As many small ones as large ones."""
    return math.exp(chance.uniform(math.log(low), math.log(high)))


def together(*curves: Curve) -> Curve:
    return lambda unit: sum(curve(unit) for curve in curves)


def line(slope: float) -> Curve:
    return lambda unit: slope * unit


def noise(chance: SeededRandom, height: float) -> Curve:
    seed = chance.getrandbits(30)
    return lambda unit: height * random.Random(seed ^ unit * 7_919).random()


def sweep(chance: SeededRandom, period: int, height: float) -> Curve:
    phase = chance.randrange(period)
    return lambda unit: height / period * ((unit + phase) % period)


def steps(*times: float, height: float) -> Curve:
    return lambda unit: height * sum(time <= unit for time in times)


def blinks(chance: SeededRandom, while_: float, height: float) -> Curve:
    """There and not there, by turns, each for a time by chance: a table that grows and shrinks as keys collide."""
    turns = [0.0]
    while turns[-1] < 8 * CAP:
        turns.append(turns[-1] + chance.expovariate(1 / while_))
    return lambda unit: height * (bisect(turns, unit) % 2)


def dict_bytes(entries: float) -> int:
    size = 8
    while size * 2 // 3 <= entries:
        size *= 2
    return size * (1 if size <= 128 else 2) + size * 2 // 3 * 24


def set_bytes(entries: float) -> int:
    """Fourfold up to 50,000 entries, then twofold: `set_add_entry` in Objects/setobject.c."""
    size = 8
    while entries * 5 >= (size - 1) * 3:
        filled = ((size - 1) * 3 + 4) // 5
        wanted = filled * (4 if filled <= 50_000 else 2)
        size = 8
        while size <= wanted:
            size *= 2
    return 16 * size


def level(chance: SeededRandom) -> Program:
    return Program(noise(chance, between(chance, 1, 4_000)))


def filling(chance: SeededRandom) -> Program:
    most, entry = between(chance, 100, LONGEST), between(chance, 50, 2_000)

    def held(unit: int) -> float:
        return min(unit, most)

    return Program(together(lambda unit: entry * held(unit), noise(chance, 100)), held)


def filling_by_chance(chance: SeededRandom) -> Program:
    most, entry = between(chance, 50, 700), between(chance, 50, 2_000)

    def held(unit: int) -> float:
        return most * (1 - math.exp(-unit / most))

    return Program(together(lambda unit: entry * held(unit), noise(chance, 100)), held)


def filling_sets(chance: SeededRandom) -> Program:
    most = between(chance, 100, LONGEST)
    return Program(lambda unit: set_bytes(min(unit, most)), lambda unit: min(unit, most))


def swept(chance: SeededRandom) -> Program:
    period = int(between(chance, 5, LONGEST))
    high = sweep(chance, period, between(chance, 100, 300_000))
    return Program(together(high, noise(chance, 60)), lambda unit: unit % period)


def swept_by_chance(chance: SeededRandom) -> Program:
    period, height = between(chance, 20, 400), between(chance, 1_000, 200_000)
    times = [0.0]
    while times[-1] < 8 * CAP:
        times.append(times[-1] + chance.uniform(0.3, 1.7) * period)
    return Program(lambda unit: height / period * (unit - times[bisect(times, unit) - 1]))


def two_sweeps(chance: SeededRandom) -> Program:
    short = sweep(chance, int(between(chance, 5, 300)), between(chance, 100, 50_000))
    long = sweep(chance, int(between(chance, 300, 3_000)), between(chance, 100, 50_000))
    return Program(together(short, long))


def wave(chance: SeededRandom) -> Program:
    period, height, phase = between(chance, 100, 3_000), between(chance, 100, 20_000), chance.random()
    return Program(together(lambda unit: height * math.sin(2 * math.pi * (unit / period + phase)), noise(chance, 60)))


def one_late_step(chance: SeededRandom) -> Program:
    late = steps(chance.uniform(0, 2 * CAP), height=between(chance, 500, 2e6))
    return Program(together(late, noise(chance, 100)))


def a_late_step_on_a_plateau(chance: SeededRandom) -> Program:
    late = steps(chance.uniform(0, 2 * CAP), height=between(chance, 500, 200_000))
    return Program(together(filling(chance).memory, late))


def a_late_step_on_what_trickles(chance: SeededRandom) -> Program:
    late = steps(chance.uniform(CAP / 2, 2 * CAP), height=between(chance, 50_000, 2e6))
    return Program(together(line(between(chance, 0.25, 0.85)), late, noise(chance, between(chance, 1, 200))))


def a_late_step_under_a_swing(chance: SeededRandom) -> Program:
    late = steps(chance.uniform(0, 2 * CAP), height=between(chance, 50_000, 2e6))
    return Program(together(wave(chance).memory, late))


def a_few_steps(chance: SeededRandom) -> Program:
    times = [chance.uniform(0, CAP) for _ in range(chance.randint(2, 4))]
    return Program(together(*[steps(time, height=between(chance, 500, 100_000)) for time in times], noise(chance, 100)))


def keyed_by_address(chance: SeededRandom) -> Program:
    tables = [
        blinks(chance, between(chance, 30, 1_500), between(chance, 50, 5_000)) for _ in range(chance.randint(1, 12))
    ]
    return Program(together(*tables, noise(chance, 50)))


def seldom_and_high(chance: SeededRandom) -> Program:
    tables = [
        blinks(chance, between(chance, 50, 20_000), between(chance, 50, 20_000)) for _ in range(chance.randint(1, 8))
    ]
    return Program(together(*tables, noise(chance, 50)))


def a_little_at_each_doubling(chance: SeededRandom) -> Program:
    """The ring in WebAssembly: full, and each rung ends 300 bytes higher, whatever its length."""

    def ring(unit: int) -> float:
        return 100 * min(unit, 1_800)

    return Program(
        together(ring, lambda unit: 300 * math.log2(max(unit, 100)), noise(chance, 60)),
        lambda unit: min(5 * unit, 9_000),
    )


def less_than_counts(chance: SeededRandom) -> Program:
    return Program(together(line(between(chance, 0.02, 0.85)), noise(chance, between(chance, 1, 200))))


BOUNDED: list[Kind] = [
    level,
    filling,
    filling_by_chance,
    filling_sets,
    swept,
    swept_by_chance,
    two_sweeps,
    wave,
    one_late_step,
    a_late_step_on_a_plateau,
    a_late_step_on_what_trickles,
    a_late_step_under_a_swing,
    a_few_steps,
    keyed_by_address,
    seldom_and_high,
    a_little_at_each_doubling,
    less_than_counts,
]


def a_line(chance: SeededRandom) -> Program:
    return Program(together(line(between(chance, 1.6, 2_000)), noise(chance, between(chance, 1, 500))))


def a_line_in_noise(chance: SeededRandom) -> Program:
    return Program(together(line(between(chance, 3, 200)), noise(chance, between(chance, 500, 8_000))))


def a_line_under_a_sweep(chance: SeededRandom) -> Program:
    return Program(together(swept(chance).memory, line(between(chance, 2, 50))))


def a_line_under_two_sweeps(chance: SeededRandom) -> Program:
    return Program(together(two_sweeps(chance).memory, line(between(chance, 2, 20))))


def now_and_then(chance: SeededRandom) -> Program:
    every = int(between(chance, 30, CAP / 10))
    return Program(together(line(0), lambda unit: every * 20 * (unit // every), noise(chance, 60)))


def late(chance: SeededRandom) -> Program:
    start, slope = chance.uniform(0, LONGEST / 2), between(chance, 2, 200)
    return Program(together(lambda unit: slope * max(0, unit - start), noise(chance, 60)))


def after_a_cache_has_filled(chance: SeededRandom) -> Program:
    most, entry, slope = between(chance, 100, LONGEST / 2), between(chance, 20, 300), between(chance, 5, 200)
    return Program(lambda unit: entry * min(unit, most) + slope * unit, lambda unit: min(unit, most) + unit)


def high_steps_that_come_again(chance: SeededRandom) -> Program:
    every, height = int(between(chance, 500, CAP / 4)), between(chance, 50_000, 2e6)
    return Program(together(line(between(chance, 0.25, 0.85)), lambda unit: height * (unit // every)))


def a_late_step_on_a_line(chance: SeededRandom) -> Program:
    late = steps(chance.uniform(0, 2 * CAP), height=between(chance, 50_000, 2e6))
    return Program(together(line(between(chance, 3, 200)), late, noise(chance, between(chance, 1, 500))))


def ever_faster(chance: SeededRandom) -> Program:
    share = between(chance, 0.002, 0.1)
    return Program(lambda unit: share * unit * unit)


def ever_slower(chance: SeededRandom) -> Program:
    share = between(chance, 1_000, 50_000)
    return Program(lambda unit: share * math.sqrt(unit))


def dicts_in_step(chance: SeededRandom) -> Program:
    tables, text = int(between(chance, 1, 300)), chance.choice([0, 32, 64])
    return Program(lambda unit: tables * dict_bytes(unit // tables) + text * unit, lambda unit: unit)


def sets_in_step(chance: SeededRandom) -> Program:
    tables, text = int(between(chance, 1, 300)), chance.choice([0, 32, 64])
    return Program(lambda unit: tables * set_bytes(unit // tables) + text * unit, lambda unit: unit)


GROWING: list[Kind] = [
    a_line,
    a_line_in_noise,
    a_line_under_a_sweep,
    a_line_under_two_sweeps,
    now_and_then,
    late,
    after_a_cache_has_filled,
    high_steps_that_come_again,
    a_late_step_on_a_line,
    ever_faster,
    ever_slower,
    dicts_in_step,
    sets_in_step,
]


def outcomes(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Program, Outcome]]:
    programs = [kind(random.Random(f"{kind.__name__} {number}")) for number in range(PROGRAMS_OF_EACH)]
    return [(program, judge(program, monkeypatch, seed=seed)) for seed, program in enumerate(programs)]


@pytest.mark.parametrize("kind", BOUNDED)
def test_what_is_at_rest_is_never_called_growing(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [outcome for _, outcome in outcomes(kind, monkeypatch)]
    kinds = Counter(outcome.kind for outcome in found)
    assert kinds["growing"] == 0, [it.decision for it in found if it.kind == "growing"]
    assert kinds["inconclusive"] <= FEW * PROGRAMS_OF_EACH, [it.decision for it in found if it.kind == "inconclusive"]
    assert all(it.decision.detection_limit <= SENSITIVITY for it in found if it.kind == "bounded")


@pytest.mark.parametrize("kind", GROWING)
def test_what_grows_is_never_called_bounded(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [outcome for _, outcome in outcomes(kind, monkeypatch)]
    kinds = Counter(outcome.kind for outcome in found)
    assert kinds["bounded"] == 0, [it.decision for it in found if it.kind == "bounded"]
    assert kinds["inconclusive"] <= FEW * PROGRAMS_OF_EACH, [it.decision for it in found if it.kind == "inconclusive"]
    assert all(it.decision.slope > it.decision.error for it in found if it.kind == "growing")


@pytest.mark.parametrize("kind", [dicts_in_step, sets_in_step])
def test_the_rate_of_tables_that_double_is_their_average(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    off = []
    for program, outcome in outcomes(kind, monkeypatch):
        places = range(20_000, 300_000, 7_000)
        average = sum(program.memory(place) / place for place in places) / len(places)
        if not average / 2 <= outcome.decision.slope <= 2 * average:
            off.append((average, outcome.decision.slope))
    assert off == []


def test_a_slow_rise_is_told_with_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = judge(Program(together(line(0.63), noise(random.Random(2), 60))), monkeypatch)
    decision = outcome.decision
    assert (decision.kind, decision.trickle, outcome.units) == ("bounded", True, 3_200)
    assert decision.slope == pytest.approx(0.63, abs=decision.error)
    assert decision.error < 0.05


def test_a_sweep_at_fifty_entries_is_bounded_with_every_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    """`kept.append(bytes(1800)); if len(kept) == 50: kept.clear()`"""
    kept = Program(lambda unit: 1_841 * (unit % 50))
    assert {judge(kept, monkeypatch, seed=seed).kind for seed in range(30)} == {"bounded"}


def test_a_rate_told_early_is_that_of_the_later_half(monkeypatch: pytest.MonkeyPatch) -> None:
    """`if i % 60 == 59: KEPT.append(bytes(200_000))`: the last rung may be of a few units, without a rise."""
    kept = Program(lambda unit: 200_033 * ((unit + 1) // 60))
    for seed in range(30):
        outcome = judge(kept, monkeypatch, seed=seed, budget=180_000)
        assert outcome.climbed.early is not None
        assert outcome.decision.slope == pytest.approx(200_033 / 60, rel=0.5)
