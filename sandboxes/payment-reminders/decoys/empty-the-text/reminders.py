"""What is to be sent later, unless it is called off."""

from heapq import heappop, heappush
from itertools import count


class Reminders:
    def __init__(self) -> None:
        self.heap: list[tuple[float, int]] = []
        self.texts: dict[int, str] = {}
        self.numbers = count()

    def plan(self, at: float, text: str) -> int:
        """The number to cancel it by."""
        number = next(self.numbers)
        heappush(self.heap, (at, number))
        self.texts[number] = text
        return number

    def cancel(self, number: int) -> None:
        self.texts.pop(number, None)

    def due(self, now: float) -> list[str]:
        texts = []
        while self.heap and self.heap[0][0] <= now:
            _, number = heappop(self.heap)
            if number in self.texts:
                texts.append(self.texts.pop(number))
        return texts


REMINDERS = Reminders()
