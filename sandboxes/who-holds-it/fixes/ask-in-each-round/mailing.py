"""One mailing: the same letter to everybody on a list, in portions."""

from typing import Any

import pace


class Mailing:
    def __init__(self, reference: str, letter: str, addresses: list[str]) -> None:
        self.reference = reference
        self.letter = letter
        self.left = list(addresses)
        self.sent = 0
        self.bounced: list[str] = []
        self.state = "under way"

    def take_portion(self) -> list[str]:
        portion = self.left[: pace.PACE.letters]
        del self.left[: pace.PACE.letters]
        return portion

    def status(self) -> dict[str, Any]:
        return {
            "reference": self.reference,
            "state": self.state,
            "sent": self.sent,
            "bounced": list(self.bounced),
            "rounds": -(-len(self.left) // pace.PACE.letters),
        }
