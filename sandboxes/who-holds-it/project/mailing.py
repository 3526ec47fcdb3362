"""One mailing: the same letter to everybody on a list, in portions."""

from typing import Any

import pace


def portions_of(addresses: list[str], letters: int) -> list[list[str]]:
    return [addresses[start : start + letters] for start in range(0, len(addresses), letters)]


class Mailing:
    def __init__(self, reference: str, letter: str, addresses: list[str]) -> None:
        self.reference = reference
        self.letter = letter
        self.portions = portions_of(addresses, pace.PACE.letters)
        self.sent = 0
        self.bounced: list[str] = []
        self.state = "under way"
        pace.PACE.on_change(self.adjust)

    def adjust(self, letters: int) -> None:
        """Divide what is left into portions of another size."""
        left = [address for portion in self.portions for address in portion]
        self.portions = portions_of(left, letters)

    def take_portion(self) -> list[str]:
        return self.portions.pop(0)

    def status(self) -> dict[str, Any]:
        return {
            "reference": self.reference,
            "state": self.state,
            "sent": self.sent,
            "bounced": list(self.bounced),
            "rounds": len(self.portions),
        }
