"""`python -m leaklab perform`: carry out one command, as the child process of `leaklab.native`."""

import json
import os
import sys
from collections.abc import Callable

from leaklab.host import perform, prepare
from leaklab.meter import native_meter

USAGE = 64


def main(arguments: list[str]) -> int:
    match arguments:
        case ["perform"]:
            command = sys.stdin.read()
            meter_name, meter = native_meter()
            prepare([])
            perform(command, meter=meter, emit=_signals(), meter_name=meter_name)
            return 0
        case _:
            print(__doc__, file=sys.stderr)
            return USAGE


def _signals() -> Callable[[str], None]:
    """Lines on the real standard output; what the program writes to descriptor 1 itself goes to standard error."""
    out = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)

    def emit(signal: str) -> None:
        out.write(signal.encode() + b"\n")

    return emit


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
