"""What may be typed behind an option; each says what to give instead."""

import argparse
import re
from collections.abc import Callable

_SUFFIXES = {"kB": 10**3, "MB": 10**6, "GB": 10**9, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "B": 1, "": 1}


def function(text: str) -> tuple[str, str]:
    module, colon, name = text.partition(":")
    if module.endswith(".py") or "/" in module or "\\" in module:
        raise argparse.ArgumentTypeError(f"{text}: write the module as Python imports it, such as service:run")
    # A module only has to be found: `2024-report` is no identifier, and importlib takes it.
    named = all(module.split(".")) and all(part.isidentifier() for part in name.split("."))
    if not colon or not named:
        raise argparse.ArgumentTypeError(f"{text}: write MODULE:FUNCTION, such as service:run")
    return module, name


def whole(least: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        try:
            number = int(text.replace(",", "").replace("_", ""))
        except ValueError:
            number = least - 1
        if number < least:
            raise argparse.ArgumentTypeError(f"{text}: give a whole number of at least {least}")
        return number

    return read


def positive(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        raise argparse.ArgumentTypeError(f"{text}: give a number above 0")
    return number


def seconds(text: str) -> float:
    return 0.0 if text == "0" else positive(text)


def size(text: str) -> int:
    found = re.fullmatch(r"(\d+(?:\.\d+)?) ?([A-Za-z]*)", text)
    count = round(float(found[1]) * _SUFFIXES[found[2]]) if found and found[2] in _SUFFIXES else 0
    if count < 1:
        raise argparse.ArgumentTypeError(f"{text}: give a number of bytes, such as 2000000, 2MB or 2MiB")
    return count


def word(text: str) -> str:
    if not text.isalpha():
        raise argparse.ArgumentTypeError(f"{text}: give one word, such as request")
    return text
