"""
python readings.py malloc|pymalloc

Asks the simpler rules that want this allocator: one `{"code": ..., "seed": ...}` a line comes in, one answer a line
goes out.

Each program has a fork of its own, and in it each rule one that is made when the program has just been imported: all
see the same beginning.
"""

import gc
import json
import os
import sys
from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn

from baselines import RULES

from leaklab.host import prepare
from leaklab.load.load import Load, load_of
from leaklab.measure.meter import native_meter
from leaklab.program.workload import Workload
from leaklab.world.caches import settle
from leaklab.world.chance import seed_chance
from leaklab.world.clock import CLOCK
from leaklab.world.stack import drive

# The exit status of a fork whose rule says that the program leaks.
_LEAK = 10

Meter = Callable[[], int]


class LoadReadings:
    """Runs the load on to where a rule wants to read."""

    def __init__(self, load: Load, meter: Meter) -> None:
        self._load = load
        self._meter = meter

    def bytes_after(self, units: int) -> int:
        self._go(units)
        return self._meter()

    def blocks_after(self, units: int) -> int:
        self._go(units)
        return sys.getallocatedblocks()

    def objects_after(self, units: int) -> int:
        self._go(units)
        return len(gc.get_objects())

    def _go(self, units: int) -> None:
        drive(self._load.go(units - self._load.completed))
        drive(self._load.drain())
        settle()


def main() -> None:
    prepare([])
    meter = native_meter()[1] if sys.argv[1] == "malloc" else sys.getallocatedblocks
    for line in sys.stdin:
        status = _status_of_fork(partial(_answer, line, meter))
        if status:
            sys.exit(f"A program did not get to its end, exit status {status}:\n{json.loads(line)['code']}")


def _answer(line: str, meter: Meter) -> int:
    asked = json.loads(line)
    CLOCK.start()
    seed_chance(asked["seed"])
    names: dict[str, Any] = {"__name__": "app"}
    exec(compile(asked["code"], "app.py", "exec"), names)
    # What has been imported is no part of a collection, as it is not in a run of the judge.
    gc.freeze()
    answers = {}
    for rule in RULES:
        if rule.allocator != sys.argv[1]:
            continue
        load = load_of(Workload(names["run"]), asked["seed"])
        status = _status_of_fork(partial(_status_of, rule.says_leak, LoadReadings(load, meter)))
        if status not in (0, _LEAK):
            return status
        answers[rule.name] = status == _LEAK
    print(json.dumps(answers), flush=True)
    return 0


def _status_of(says_leak: Callable[[LoadReadings], bool], readings: LoadReadings) -> int:
    return _LEAK if says_leak(readings) else 0


def _status_of_fork(work: Callable[[], int]) -> int:
    child = os.fork()
    if not child:
        _end_with(work)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _end_with(work: Callable[[], int]) -> NoReturn:
    try:
        os._exit(work())
    finally:
        sys.excepthook(*sys.exc_info())
        os._exit(1)


if __name__ == "__main__":
    main()
