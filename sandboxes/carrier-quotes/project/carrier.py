"""The carrier's price list, which in truth is a service far away."""

FIRST = {"AT": 490, "BE": 610, "DE": 450, "FR": 720, "IT": 690, "NL": 580}


class Carrier:
    def __init__(self) -> None:
        self.asked = 0

    def quote(self, country: str, grams: int) -> int:
        self.asked += 1
        return FIRST[country] + 35 * (grams // 500)


CARRIER = Carrier()
