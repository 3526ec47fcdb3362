"""One unit is one frame of the camera: a parcel, sometimes one that came by a while ago."""

from scans import is_new

LATEST = [False]


def number_of(i: int) -> int:
    """Every fourth was scanned shortly before, every eighth a longer while ago."""
    if i >= 600 and i % 8 == 7:
        return number_of(i - 550)
    return i - 1 if i % 4 == 3 else i


def frame_of(i: int) -> bytes:
    return b"CAM\x01\x00\x02" + b"%012d" % number_of(i) + bytes(2_000)


def run(i: int) -> None:
    LATEST[0] = is_new(frame_of(i))
