"""What has to be closed at the end, if nobody has closed it before."""

import atexit
from typing import Protocol


class Closes(Protocol):
    def close(self) -> None: ...


OPEN: list[Closes] = []


@atexit.register
def close_the_rest() -> None:
    for thing in OPEN[:]:
        thing.close()
