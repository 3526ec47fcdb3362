"""Takes events in batches; here it only looks at them."""

from collections.abc import Callable, Iterable


class Warehouse:
    def __init__(self) -> None:
        self.seen: list[Callable[[dict[str, object]], None]] = []

    def load(self, batch: Iterable[dict[str, object]]) -> None:
        for event in batch:
            for see in self.seen:
                see(event)


WAREHOUSE = Warehouse()
