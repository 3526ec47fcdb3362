"""One unit is one parcel: two of three go where none went lately, the third where one went a while ago."""

from depots import dispatch

LATEST = [""]


def postcode_of(i: int) -> str:
    number = i - 899 if i % 3 == 0 and i >= 900 else i
    return f"{number * 37 % 97:02}-{number * 53 % 89:02}{number % 1000:03}"


def run(i: int) -> None:
    LATEST[0] = dispatch(f"P{i:06}", postcode_of(i))
