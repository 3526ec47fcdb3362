"""Carries out one command natively, as the judge's own command line does; the command on stdin, signals as lines."""

import json
import sys
from typing import Any

from leaklab.native import carry_out


def say(signal: dict[str, Any]) -> None:
    print(json.dumps(signal), flush=True)


said: list[dict[str, Any]] = []


def pass_on(signal: dict[str, Any]) -> None:
    said.append(signal)
    say(signal)


last = carry_out(json.loads(sys.stdin.read()), pass_on)
if not said or said[-1] is not last:
    say(last)
