"""What grows where the meter does not look is told with its rate."""

import pytest
from programs import judged_as, program

from leaklab.native.judging import Judgement, check
from leaklab.native.text_report import told
from leaklab.wire.report import Bounded, Growing

PAGES = """
import mmap
from collections import deque

KEPT = deque(maxlen={most})

def handle(i):
    page = mmap.mmap(-1, 12_288, flags=mmap.{flags} | mmap.MAP_ANONYMOUS)
    page[0] = page[5_000] = page[10_000] = 1
    KEPT.append(page)
"""


@pytest.mark.parametrize("flags", ["MAP_PRIVATE", "MAP_SHARED"])
def test_mapped_pages_that_are_kept_grow_at_their_own_rate(flags: str) -> None:
    verdict = judged_as(Growing, PAGES.format(flags=flags, most=None))
    assert verdict.outside_bytes_per_unit == pytest.approx(12_288, rel=0.02)
    assert verdict.bytes_per_unit == pytest.approx(12_288 + 130, rel=0.02)
    assert ", 12 kB of it outside malloc. At 20 requests a second" in verdict.sentence
    assert verdict.seconds_to_limit == pytest.approx(512 * 1024**2 / 12_418 / 20, rel=0.02)
    assert "  outside malloc: mapped memory, stacks of threads" in told(Judgement(verdict))


def test_mapped_pages_that_are_let_go_are_bounded() -> None:
    verdict = judged_as(Bounded, PAGES.format(flags="MAP_PRIVATE", most=40))
    assert verdict.outside_bytes_per_unit == 0.0
    assert "outside malloc" not in told(Judgement(verdict))


def test_it_is_known_before_the_memory_is_full() -> None:
    app = """
import mmap

LOG = mmap.mmap(-1, 4_096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)

def handle(i):
    LOG.resize(len(LOG) + 65_536)
    LOG[-65_536:] = bytes(65_536)
"""
    verdict = check(program(app), seed=1)
    assert isinstance(verdict, Growing)
    assert verdict.bytes_per_unit == pytest.approx(65_536, rel=0.05)
    assert verdict.units < 1_600
