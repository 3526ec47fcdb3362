"""Program 5: a small picture of where each bicycle was left, made in a buffer that is used again."""

from city import Ride, photo_of

BUFFER = bytearray()


def finish(ride: Ride) -> str:
    photo = photo_of(ride)
    if len(BUFFER) < len(photo):
        BUFFER.extend(bytes(len(photo) - len(BUFFER)))
    BUFFER[: len(photo)] = photo
    small = BUFFER[: len(photo) : 100]
    return f"a picture of {len(small)} bytes"
