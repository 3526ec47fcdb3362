"""An export has the readings of one house. It is written whole before anything is sent: half of one would be billed."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

import meters

# What is smaller than this stays in memory; what is larger goes to a file on the disk.
IN_MEMORY = 8 * 1024
PIECE = 4 * 1024


class Export:
    def __init__(self, house: int) -> None:
        self.house = house
        self.rows = 0
        self.size = 0
        self.file = SpooledTemporaryFile(max_size=IN_MEMORY, buffering=PIECE)

    def write(self) -> None:
        for flat, quarter, kwh in meters.of_house(self.house):
            self.size += self.file.write(f"house {self.house};flat {flat};{quarter};{kwh}\n".encode())
            self.rows += 1

    def pieces(self) -> Iterator[bytes]:
        self.file.seek(0)
        while piece := self.file.read(PIECE):
            yield piece

    def close(self) -> None:
        self.file.close()
