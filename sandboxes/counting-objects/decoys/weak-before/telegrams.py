"""What comes in by radio: telegrams of two makes of meters, some of them damaged, many of them twice."""

from hashlib import sha256
from zlib import crc32

# Digests of the last telegrams that were taken, the oldest first. A repeater sends one of the last 200 again.
SEEN: dict[str, None] = {}


def is_copy(telegram: str) -> bool:
    digest = sha256(telegram.encode()).hexdigest()
    if digest in SEEN:
        return True
    SEEN[digest] = None
    if len(SEEN) > 200:
        del SEEN[next(iter(SEEN))]
    return False


def decode(telegram: str) -> dict[str, str] | None:
    """The fields of a telegram, or None when it was damaged on its way."""
    text, _, checksum = telegram.partition("*")
    if checksum != f"{crc32(text.encode()):08x}":
        return None
    if ";" in text:
        return OldForm().read(text)
    return dict(part.split("=") for part in text.split())


class OldForm:
    """The older make sends a letter in front of each field, as in `M17;N204;L20873;Bok`."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.by_letter = {"M": self.meter, "N": self.number, "L": self.litres, "B": self.battery}

    def read(self, text: str) -> dict[str, str]:
        for part in text.split(";"):
            self.by_letter[part[0]](part[1:])
        return self.fields

    def meter(self, text: str) -> None:
        self.fields["meter"] = f"M{text}"

    def number(self, text: str) -> None:
        self.fields["number"] = text

    def litres(self, text: str) -> None:
        self.fields["litres"] = text

    def battery(self, text: str) -> None:
        self.fields["battery"] = text
