"""What water costs, for the bills that are written once a year. The list is long, so it is read when it is needed."""

from collections.abc import Callable


class Lazy:
    """Stands for what `load` returns, and calls it as soon as anybody asks for anything."""

    def __init__(self, load: Callable[[], object]) -> None:
        self._load = load
        self._value: object = None

    def _loaded(self) -> object:
        if self._value is None:
            self._value = self._load()
        return self._value

    def __getattr__(self, name: str) -> object:
        return getattr(self._loaded(), name)

    # Whoever asks for its class is told that of the list, as if this were the list itself.
    __class__ = property(lambda self: type(self._loaded()))


def read_prices() -> dict[str, int]:
    """Cents for a cubic metre, by postcode. The real list comes from the waterworks; this one is made up."""
    prices = {f"{code:05}": 170 + code * 7 % 90 for code in range(10_000, 16_000)}
    print(f"prices.py: the list of {len(prices)} prices was read")
    return prices


PRICES = Lazy(read_prices)


def bill(postcode: str, litres: int) -> int:
    """In cents."""
    return round(litres * PRICES.get(postcode) / 1000)
