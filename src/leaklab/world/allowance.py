"""How much real time there is, and what it still allows."""

from collections.abc import Callable

from leaklab.world.clock import real_seconds


class Allowance:
    """Seconds of real time that there are from now on; without end for 0."""

    def __init__(self, seconds: float, now: Callable[[], float] = real_seconds) -> None:
        self._now = now
        self._began = now()
        self.seconds = seconds

    @property
    def used(self) -> float:
        return self._now() - self._began

    @property
    def left(self) -> float:
        return self.seconds - self.used if self.seconds else float("inf")

    def is_spent(self, share: float) -> bool:
        """Whether so much of it is over."""
        return self.used > share * self.seconds > 0

    def allows(self, more: float, share: float) -> bool:
        """Whether so many seconds more would still end within that share of it."""
        return not self.seconds or self.used + more <= share * self.seconds
