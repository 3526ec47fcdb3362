"""
python weaker.py NAME: judges the program on standard input as one of JUDGES does; and exits with 0 if it is fine.

Each is an honest judge that lacks a guard which ours has. `says_fine` asks one.
"""

import asyncio
import gc
import inspect
import json
import os
import random
import subprocess
import sys
import time
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from leaklab.host import prepare
from leaklab.measure import growth
from leaklab.measure.ladder import READS_PER_RUNG, read_points
from leaklab.measure.meter import native_meter
from leaklab.native.process import CHILD_ENVIRONMENT
from leaklab.program.layout import entered, import_workload, laid_out
from leaklab.program.off_meter import file_bytes
from leaklab.program.place import Place
from leaklab.program.workload import Workload
from leaklab.wire.codec import as_json
from leaklab.wire.command import Command, Program, parse_command
from leaklab.world.caches import settle
from leaklab.world.chance import SeededRandom
from leaklab.world.clock import CLOCK
from leaklab.world.stack import drive

_FINE, _GROWS = 0, 10
_WARM_UP = 300
_growth = growth.growth
Meter = Callable[[Place], int]


def _memory_and_files() -> Meter:
    in_use = native_meter()[1]
    return lambda place: in_use() + file_bytes(place.kept)


def _memory() -> Meter:
    in_use = native_meter()[1]
    return lambda place: in_use()


def _traced() -> Meter:
    import tracemalloc

    tracemalloc.start()
    return lambda place: tracemalloc.get_traced_memory()[0]


def _evenly(units: int) -> list[int]:
    return [units * number // READS_PER_RUNG for number in range(1, READS_PER_RUNG + 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """
    Warms up, loads, reads on the way, and asks whether that has grown: a ladder of one rung, with no natural phase
    and no detection limit. What is given takes more away.
    """

    meter: Callable[[], Meter] = _memory_and_files
    places: Callable[[int], list[int]] = lambda units: read_points(0, units, READS_PER_RUNG, SeededRandom(1))
    units: int = 3_200
    grows: Callable[[Sequence[int], Sequence[int]], bool] = lambda units, sizes: not _growth(units, sizes).flat
    asks_during: bool = True
    has_time: Callable[[float], bool] = lambda began: True
    answers_by: Literal["exit status", "output"] = "exit status"


JUDGES = {
    "asks for the feature when the load is over": Judge(asks_during=False),
    "climbs the ladder alone": Judge(),
    # A block or two that Python keeps for itself are among what is traced: less than 1 B a unit counts nowhere.
    "reads what tracemalloc traces": Judge(meter=_traced, grows=lambda units, sizes: _growth(units, sizes).slope > 1),
    "counts the objects that gc knows": Judge(meter=lambda: lambda place: len(gc.get_objects())),
    "adds up sys.getsizeof": Judge(meter=lambda: lambda place: sum(sys.getsizeof(thing) for thing in gc.get_objects())),
    "loads for ten minutes": Judge(has_time=lambda began: time.time() < began + 600),
    "looks up its own rule": Judge(grows=lambda units, sizes: not growth.growth(units, sizes).flat),
    "throws everybody's dice": Judge(places=lambda units: read_points(0, units, READS_PER_RUNG, random.Random(1))),
    "reads at even distances": Judge(places=_evenly),
    "always loads the same thousand": Judge(units=1_000),
    "reads memory alone": Judge(meter=_memory),
    "calls the program itself": Judge(),
    "takes an end without an error for a pass": Judge(),
    "takes a unit that began for one that came back": Judge(),
    "answers on standard output": Judge(answers_by="output"),
}


def says_fine(name: str, program: Program) -> bool:
    command = Command(kind="check", seed=1, cap=12_800, program=program)
    done = subprocess.run(
        [sys.executable, __file__, name],
        input=json.dumps(as_json(command)),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **CHILD_ENVIRONMENT, "PYTHONPATH": str(Path(__file__).parents[3] / "src")},
    )
    if done.returncode not in (_FINE, _GROWS):
        raise RuntimeError(done.stderr[-2_000:])
    if JUDGES[name].answers_by == "output":
        return '"kind": "bounded"' in done.stdout
    return done.returncode == _FINE


def main() -> None:
    judge = JUDGES[sys.argv[1]]
    program = parse_command(sys.stdin.read()).program
    prepare([])
    read = judge.meter()
    with laid_out(program) as place, entered(place):
        CLOCK.start()
        units, sizes = _load(judge, drive(import_workload(program, place, with_check=True)), lambda: read(place))
        grows = judge.grows(units, sizes)
        print(json.dumps({"kind": "growing" if grows else "bounded"}))
    sys.exit(_GROWS if grows else _FINE)


def _load(judge: Judge, workload: Workload, read: Callable[[], int]) -> tuple[Sequence[int], Sequence[int]]:
    """Where it read, and what."""
    # What has been imported is no part of a collection.
    gc.freeze()
    loop = asyncio.new_event_loop()
    places = [_WARM_UP, *(_WARM_UP + place for place in judge.places(judge.units))]
    # In storage that was there before: what is read must not be part of what is read.
    sizes = array("q", bytes(8 * len(places)))
    began, done = time.time(), 0
    for number, place in enumerate(places):
        while done < place and judge.has_time(began):
            CLOCK.advance(0.1)
            result = workload.run(done)
            if inspect.iscoroutine(result):
                loop.run_until_complete(loop.create_task(result))
            if workload.during is not None and judge.asks_during:
                workload.during(done)
            done += 1
        settle()
        sizes[number] = read()
    if workload.after is not None:
        workload.after()
    return places, sizes


if __name__ == "__main__":
    main()
