"""How far a judgement is, for who waits for it: a line that is written over, or in a pipe a line now and then."""

from collections.abc import Callable
from typing import TextIO

from leaklab.native.function import Terms
from leaklab.native.signals import ChildSignal
from leaklab.wire.signals import Metered, Phased
from leaklab.words import say
from leaklab.world.allowance import Allowance
from leaklab.world.clock import real_seconds

_SECONDS_BETWEEN_LINES = 10.0
_SHOWN = {"import": "importing", "warm-up": "warming up", "load": "loading", "explain": "explaining"}


class Progress:
    """
    The end is the cap or the time, whichever comes first; a verdict mostly comes before. `out` is written to, and what
    was written to a terminal is cleared in the end.
    """

    def __init__(self, out: TextIO, terms: Terms, now: Callable[[], float] = real_seconds) -> None:
        self._out = out
        self._terms = terms
        self._allowance = Allowance(terms.within, now)
        self._watched = out.isatty()
        self._told_at = 0.0
        self._begun = False
        self._phase = ""
        self._units = 0
        self._bytes = 0

    def follow(self, signal: ChildSignal) -> None:
        match signal:
            case Phased():
                self._phase = _SHOWN.get(signal.phase, signal.phase)
                if signal.phase == "warm-up" and not self._begun:
                    self._begin()
            case Metered():
                self._units, self._bytes = signal.read.units, signal.read.bytes
            case _:
                return
        if self._watched:
            self._write(f"\r\x1b[2K{self._line()}")
        elif self._begun and self._allowance.used - self._told_at >= _SECONDS_BETWEEN_LINES:
            self._told_at = self._allowance.used
            self._write(f"{self._line()}\n")

    def clear(self) -> None:
        if self._watched:
            self._write("\r\x1b[2K")

    def _begin(self) -> None:
        """Told in advance, once it is known that there is something to judge."""
        self._begun = True
        if self._terms.within:
            after = "\n" if not self._watched else "\r\n"
            self._write("\r\x1b[2K" if self._watched else "")
            self._write(f"This takes {self._terms.within:g} s at most; --within gives it another time.{after}")

    def _line(self) -> str:
        cap, unit = self._terms.cap, self._terms.unit
        share = max(self._units / cap, self._allowance.used / self._terms.within if self._terms.within else 0)
        return (
            f"{min(99, int(100 * share)):>2} %  {self._phase}: {self._units:,} of at most {say().counted(cap, unit)}, "
            f"{say().bytes(self._bytes)}, {self._allowance.used:.0f} s"
        )

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
