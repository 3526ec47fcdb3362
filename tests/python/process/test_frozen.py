"""What was frozen and dies as a cycle is never collected, nor what hangs on it: that is not the program's doing."""

from dataclasses import replace

from programs import CONTRACT, carried_out, judged_as, program

from leaklab.wire.report import Bounded, Growing
from leaklab.wire.signals import Metered

# Each version refers to itself and to the one that follows; twenty live.
CHAIN = """
from collections import deque

class Version:
    def __init__(self):
        self.itself = self
        self.next = None
        self.text = bytes(1_000)

LAST = deque(maxlen=20)

def handle(i):
    version = Version()
    if LAST:
        LAST[-1].next = version
    LAST.append(version)
"""


def test_a_chain_whose_first_links_were_frozen_is_bounded() -> None:
    verdict = judged_as(Bounded, CHAIN)
    assert verdict.retained_bytes < 100_000
    assert verdict.peak_bytes < 100_000


def test_a_leak_beside_such_a_chain_has_its_own_rate() -> None:
    verdict = judged_as(Growing, CHAIN + "    KEPT.append(bytes(300))\n\nKEPT = []\n")
    assert 300 < verdict.bytes_per_unit < 400


def test_what_is_watched_falls_back_too() -> None:
    judged = replace(program(CHAIN), contract=replace(CONTRACT, warm_up=100))
    sizes = [one.read.bytes for one in carried_out("observe", judged, units=800) if isinstance(one, Metered)]
    assert max(sizes[4:]) < 100_000
