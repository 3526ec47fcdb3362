"""How many letters a mailing sends in one round. Whoever is on call turns it down when the mail servers are busy."""


class Pace:
    def __init__(self, letters: int) -> None:
        self.letters = letters

    def change(self, letters: int) -> None:
        self.letters = letters


PACE = Pace(letters=4)
