"""Real time that is limited, and how far a judgement is; by a clock that the test moves."""

import gc
import io
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import cast

import pytest
from test_explained import GROWING, PROGRAM

from leaklab.explain import growth
from leaklab.explain.retainers import Reach
from leaklab.explain.roots import Root
from leaklab.load.load import Load, PlainLoad
from leaklab.load.run import Run
from leaklab.measure.growth import Growth
from leaklab.measure.ladder import climb
from leaklab.measure.marks import Seen
from leaklab.measure.reads import Reads
from leaklab.measure.unassisted import load_unassisted
from leaklab.native import function, judging
from leaklab.native.function import Terms
from leaklab.native.judging import _verdict_of_one
from leaklab.native.process import OnSignal, Overdue
from leaklab.native.progress import Progress
from leaklab.native.signals import ChildEnd, NeedsRealTime
from leaklab.program.workload import Workload
from leaklab.verdict import check as checking
from leaklab.verdict.check import _InTime
from leaklab.wire.command import Command, Contract, Program
from leaklab.wire.report import Growing, Inconclusive, NextCheck, Read
from leaklab.wire.signals import Fault, Judged, Metered, Phase, Phased, Wire
from leaklab.words import say
from leaklab.world.allowance import Allowance
from leaklab.world.chance import SeededRandom
from leaklab.world.stack import Steps, drive


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_without_a_limit_there_is_always_time() -> None:
    clock = Clock()
    allowance = Allowance(0, clock)
    clock.now += 1e9
    assert not allowance.is_spent(0.1)
    assert allowance.allows(1e9, 0.1)
    assert allowance.left == float("inf")


def test_time_is_spent_by_shares() -> None:
    clock = Clock()
    allowance = Allowance(60, clock)
    clock.now += 30
    assert (allowance.used, allowance.left) == (30, 30)
    assert allowance.is_spent(0.4)
    assert not allowance.is_spent(0.6)
    assert allowance.allows(6, 0.6)
    assert not allowance.allows(7, 0.6)


def seen(*slopes: float) -> Seen:
    rungs = tuple(Growth(span=800, slope=slope, spread=0, flat=slope == 0) for slope in slopes)
    return Seen(
        rungs=rungs,
        averages=slopes,
        halves=rungs[-1:],
        rest=rungs[-1],
        last_two=rungs[-1],
        average=slopes[-1],
        average_over_doublings=slopes[-1],
        rises=slopes,
    )


@pytest.mark.parametrize(
    ("used", "slopes", "ends"),
    [
        (10, (100.0, 100.0), False),
        (25, (100.0, 100.0), True),
        (25, (100.0,), False),
        (25, (100.0, 0.0), False),
        (25, (0.0, 100.0), False),
    ],
    ids=["time for one rung more", "no time for it", "one rung", "comes to rest", "only the last grows"],
)
def test_growth_is_called_when_no_time_is_left_to_see_it_doubled(
    used: float, slopes: tuple[float, ...], ends: bool
) -> None:
    clock = Clock()
    in_time = _InTime(Allowance(60, clock), 1.0, 4)
    clock.now += used
    assert in_time.is_enough(seen(*slopes)) is ends
    assert in_time.ended is ends


@pytest.mark.parametrize(
    ("slopes", "used", "ends"),
    [
        ((0.0,), 50, False),
        ((0.0,), 55, True),
        ((100.0,), 50, True),
        ((0.0, 100.0), 50, False),
        ((0.0, 100.0, 100.0), 50, True),
        ((100.0, 0.0), 50, False),
    ],
    ids=["at rest", "at rest, too long", "grows", "grows for one rung", "grows again", "has come to rest"],
)
def test_what_is_at_rest_is_loaded_for_longer(slopes: tuple[float, ...], used: float, ends: bool) -> None:
    """Growth needs time to be explained."""
    clock = Clock()
    in_time = _InTime(Allowance(60, clock), 1.0, 4)
    in_time.is_enough(seen(*slopes))
    clock.now += used
    assert in_time.is_over() is ends


def climbed(out_of_time: Callable[[], bool], unasked: int = 800) -> int:
    load = PlainLoad(Workload(lambda unit: None), 1)
    reads = Reads(lambda: 0, lambda: None, 0, load, Wire(0, lambda signal: None), 400)

    def never(shown: object, at_cap: bool) -> bool:
        return False

    found = drive(climb(load, reads, 12_800, 1_000, 1.0, SeededRandom(1), never, out_of_time, unasked))
    assert found.units == load.completed
    assert found.seen.rungs
    return found.units


def test_a_climb_ends_at_the_next_read_when_time_is_over() -> None:
    asked: list[int] = []

    def after(reads: int) -> Callable[[], bool]:
        asked.clear()
        return lambda: asked.append(1) or len(asked) >= reads  # type: ignore[func-returns-value]

    assert climbed(lambda: False) == 25_600
    assert 0 < climbed(after(1)) < 100
    assert 800 < climbed(after(40)) < 1_600


def test_slow_units_are_not_waited_for_until_the_next_read() -> None:
    clock = Clock()
    allowance = Allowance(60, clock)

    def is_over() -> bool:
        clock.now += 2
        return allowance.is_spent(0.5)

    assert climbed(is_over, unasked=1) == 16


@pytest.mark.parametrize(
    ("first", "later", "warmed"),
    [(0.005, 0.005, 300), (1.5, 0.005, 300), (0.1, 0.1, 30), (2.0, 2.0, 4)],
    ids=["fast", "imports in the first unit", "slow", "very slow"],
)
def test_a_warm_up_takes_no_more_than_its_share(
    monkeypatch: pytest.MonkeyPatch, first: float, later: float, warmed: int
) -> None:
    clock = Clock()
    load = PlainLoad(Workload(lambda unit: None), 1)

    def warm_up(run: Run, load: Load, units: int) -> Steps[int]:
        yield lambda: None
        clock.now += units * later + (0 if load.completed else first - later)
        load.completed += units
        return 7

    monkeypatch.setattr(checking, "warm_up", warm_up)
    imported, each = drive(checking._warm_up(cast(Run, None), load, 300, Allowance(60, clock)))
    assert load.completed == warmed
    assert clock.now - 100 <= max(0.05 * 60, 4 * later)
    assert each == pytest.approx(later)
    assert imported % 7 == 0


@pytest.mark.parametrize(
    ("plain", "frame", "look", "units", "frames", "looks"),
    [
        (0.0001, 0.0001, 0.1, 64, 10, True),
        (0.015, 0.035, 2, 16, 10, True),
        (0.03, 0.07, 4, 7, 10, True),
        (0.1, 0.3, 2, 4, 4, True),
        (0.5, 4, 2, 1, 1, True),
        (0.0001, 0.0001, 40, 64, 10, False),
    ],
    ids=["fast", "slow when traced", "twice as slow", "slow", "very slow", "huge heap"],
)
def test_an_explanation_gives_up_lines_first_and_holders_last(
    monkeypatch: pytest.MonkeyPatch, plain: float, frame: float, look: float, units: int, frames: int, looks: bool
) -> None:
    clock = Clock()

    def seconds_of_one(run: Run, load: Load, allowance: Allowance, frames: int) -> Steps[float]:
        yield lambda: None
        return plain + frames * frame

    monkeypatch.setattr(growth, "_seconds_of_one", seconds_of_one)
    monkeypatch.setattr(growth, "seconds_to_look", lambda allowance: look)
    fitting = drive(growth._fitting(cast(Run, None), growth._TRIES[0], cast(Load, None), Allowance(25, clock)))
    assert (fitting.slice_units, fitting.frames, fitting.looks) == (units, frames, looks)
    assert fitting.seconds(plain, frame) + look * looks < 25


def test_without_a_limit_all_is_traced() -> None:
    wanted = growth._TRIES[0]
    assert drive(growth._fitting(cast(Run, None), wanted, cast(Load, None), Allowance(0))) is wanted


def test_the_search_for_holders_ends_with_the_time_and_keeps_what_it_found() -> None:
    near, far = ["near"], ["far"]
    chain: list[object] = [far]
    for _ in range(5_000):
        chain = [chain]
    asked = count()
    reach = Reach([[Root("app.SEEN", [near, chain])]], [near, far], is_over=lambda: next(asked) == 1)
    assert reach.is_cut
    assert reach.path_to(near) == ("app.SEEN", "[0]", "list")
    assert reach.path_to(far) is None
    assert not Reach([[Root("app.SEEN", [near, chain])]], [near, far]).is_cut


@pytest.mark.parametrize(("checked", "left"), [(40, 20), (59.5, 1), (70, 1)])
def test_an_explanation_has_the_time_that_the_check_left(
    monkeypatch: pytest.MonkeyPatch, checked: float, left: float
) -> None:
    clock = Clock()
    monkeypatch.setattr(judging, "Allowance", partial(Allowance, now=clock))
    asked: list[Command] = []

    def execute(command: Command, on_signal: OnSignal) -> ChildEnd:
        asked.append(command)
        if command.kind == "check":
            clock.now += checked
            return Judged(run_id=1, verdict=GROWING)
        return Fault(run_id=1, fault="died", message="It ended.")

    judgement = judging.judge(PROGRAM, 1, execute=execute, within=60)
    assert [command.seconds for command in asked] == [60, left]
    assert isinstance(judgement.verdict, Growing)
    assert judgement.verdict.seconds == checked


def test_who_goes_over_to_real_time_has_what_is_left_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(function, "Allowance", partial(Allowance, now=clock))
    asked: list[float] = []

    def execute(command: Command, on_signal: OnSignal) -> ChildEnd:
        asked.append(command.seconds)
        clock.now += 15
        return NeedsRealTime(because="starts threads") if len(asked) == 1 else Judged(run_id=1, verdict=GROWING)

    function._Runs(execute)(Command(kind="check", program=PROGRAM, seed=1, seconds=60), lambda signal: None)
    assert asked == [60, 45]


@pytest.mark.parametrize(
    ("signals", "because"),
    [
        ((), "after 1 min the program was still being imported; --within gives it longer."),
        (("warm-up",), "after 1 min it had not warmed up; --within gives it longer."),
        (("warm-up", "load", 240), "1 min allowed only 240 of 12,800 calls; --within gives it longer."),
    ],
    ids=["in the import", "in the warm-up", "in the load"],
)
def test_of_a_program_that_does_not_come_back_nothing_can_be_told(signals: tuple[str | int, ...], because: str) -> None:
    def overdue(command: Command, on_signal: OnSignal) -> ChildEnd:
        for signal in signals:
            if isinstance(signal, int):
                on_signal(Metered(run_id=1, read=Read(units=signal, bytes=9, rung=0)))
            else:
                on_signal(Phased(run_id=1, phase=cast(Phase, signal)))
        raise Overdue("the time for it was over.")

    contract = Contract(cap=12_800, budget_bytes=1, sensitivity=1, warm_up=0, rate_per_second=1)
    program = Program(unit="call", contract=contract, project={}, harness={})
    asked = NextCheck(seed=1, cap=12_800, agreed=0)
    verdict = _verdict_of_one(program, asked, 60, lambda signal: None, overdue)
    assert isinstance(verdict, Inconclusive)
    assert (verdict.because, verdict.next) == (because, None)


def test_without_our_collections_the_load_ends_when_time_is_over() -> None:
    def units(*, over: bool) -> int:
        load = PlainLoad(Workload(lambda unit: None), 1)
        gc.disable()
        try:
            loading = load_unassisted(
                load, lambda: 0, 0, 3_200, 1_000, SeededRandom(1), frozen=False, out_of_time=lambda: over
            )
            return drive(loading).units
        finally:
            gc.enable()

    assert units(over=True) == 200
    assert units(over=False) == 3_200


def test_what_the_time_allowed_is_told() -> None:
    assert (
        say().verdict.called_early("call", 2_400, 12_800, 60)
        == "Called after 2,400 of 12,800 calls, for that was what 1 min allowed."
    )
    assert say().verdict.too_short("call", 240, 12_800, 30, 0) == (
        "30 s allowed only 240 of 12,800 calls; --within gives it longer."
    )
    assert say().verdict.too_short("call", 240, 12_800, 30, 107) == (
        "30 s allowed only 240 of 12,800 calls, in which it rose by 107 B per call; --within gives it longer."
    )
    # What the cap leaves open is loaded for twice as long.
    assert say().verdict.too_short("call", 13_000, 12_800, 30, 0) == (
        "30 s allowed 13,000 calls, and they were not enough; --within gives it longer."
    )


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def follow(out: io.StringIO, within: float = 60) -> None:
    clock = Clock()
    progress = Progress(out, Terms(cap=12_800, within=within), clock)
    progress.follow(Phased(run_id=1, phase="import"))
    progress.follow(Phased(run_id=1, phase="warm-up"))
    progress.follow(Phased(run_id=1, phase="load"))
    for second in range(1, 31):
        clock.now += 1
        progress.follow(Metered(run_id=1, read=Read(units=second * 100, bytes=second * 1_000, rung=0)))
    progress.clear()


def test_in_a_pipe_there_is_a_line_now_and_then() -> None:
    out = io.StringIO()
    follow(out)
    assert out.getvalue().splitlines() == [
        "This takes 60 s at most; --within gives it another time.",
        "16 %  loading: 1,000 of at most 12,800 calls, 10 kB, 10 s",
        "33 %  loading: 2,000 of at most 12,800 calls, 20 kB, 20 s",
        "50 %  loading: 3,000 of at most 12,800 calls, 30 kB, 30 s",
    ]


def test_a_terminal_has_one_line_that_is_written_over_and_cleared() -> None:
    out = Terminal()
    follow(out)
    shown = out.getvalue().split("\r\x1b[2K")
    assert shown[-2:] == ["50 %  loading: 3,000 of at most 12,800 calls, 30 kB, 30 s", ""]
    assert "This takes 60 s at most; --within gives it another time.\r\n" in out.getvalue()


def test_without_a_limit_the_cap_is_the_end() -> None:
    out = io.StringIO()
    follow(out, within=0)
    assert out.getvalue().splitlines()[0] == " 7 %  loading: 1,000 of at most 12,800 calls, 10 kB, 10 s"
