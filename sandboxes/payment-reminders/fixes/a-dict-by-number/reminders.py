"""What is to be sent later, unless it is called off."""

from itertools import count


class Reminders:
    def __init__(self) -> None:
        self.wanted: dict[int, tuple[float, str]] = {}
        self.numbers = count()

    def plan(self, at: float, text: str) -> int:
        """The number to cancel it by."""
        number = next(self.numbers)
        self.wanted[number] = (at, text)
        return number

    def cancel(self, number: int) -> None:
        self.wanted.pop(number, None)

    def due(self, now: float) -> list[str]:
        numbers = [number for number, (at, _) in self.wanted.items() if at <= now]
        return [text for _, text in sorted(self.wanted.pop(number) for number in numbers)]


REMINDERS = Reminders()
