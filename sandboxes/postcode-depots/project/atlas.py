"""Where a postcode lies, in kilometres; the real one takes a while to answer."""

DEPOTS = {"Aarhus": (10, 90), "Basel": (20, 10), "Cracow": (90, 35), "Dresden": (60, 50), "Essen": (25, 55)}


class Atlas:
    def __init__(self) -> None:
        self.asked = 0

    def place(self, postcode: str) -> tuple[int, int]:
        self.asked += 1
        return int(postcode[:2]), int(postcode[3:5])


ATLAS = Atlas()
