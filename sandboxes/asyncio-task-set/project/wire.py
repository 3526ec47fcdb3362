"""What travels between tills, gateway and kitchens."""

import json
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from typing import Protocol, Self


@dataclass(frozen=True, slots=True)
class Order:
    id: str
    kitchen: str
    dishes: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Self:
        fields = json.loads(text)
        return cls(fields["id"], fields["kitchen"], tuple(fields["dishes"]))


@dataclass(frozen=True, slots=True)
class Answer:
    order: str
    outcome: str
    cook: str = ""

    def encode(self) -> str:
        return json.dumps(asdict(self))


class Till(Protocol):
    """A till's connection. Sending raises ConnectionResetError once it has hung up."""

    def __aiter__(self) -> AsyncIterator[str]: ...
    async def send(self, text: str) -> None: ...


class Kitchen(Protocol):
    """A kitchen's screen. Showing raises ConnectionRefusedError while the screen is off."""

    async def show(self, order: Order) -> None: ...
