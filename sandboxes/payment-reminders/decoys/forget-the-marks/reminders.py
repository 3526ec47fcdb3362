"""What is to be sent later, unless it is called off."""

from heapq import heappop, heappush
from itertools import count


class Reminders:
    def __init__(self) -> None:
        self.heap: list[tuple[float, int, str]] = []
        self.cancelled: set[int] = set()
        self.numbers = count()

    def plan(self, at: float, text: str) -> int:
        """The number to cancel it by."""
        number = next(self.numbers)
        heappush(self.heap, (at, number, text))
        return number

    def cancel(self, number: int) -> None:
        self.cancelled.add(number)
        if len(self.cancelled) > 1_000:
            self.cancelled.clear()

    def due(self, now: float) -> list[str]:
        texts = []
        while self.heap and self.heap[0][0] <= now:
            _, number, text = heappop(self.heap)
            if number in self.cancelled:
                self.cancelled.remove(number)
            else:
                texts.append(text)
        return texts


REMINDERS = Reminders()
