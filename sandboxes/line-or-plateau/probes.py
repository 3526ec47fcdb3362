"""The figures that the lesson quotes: of what Run has recorded, which is traced once more here, and of the programs."""

import tracemalloc

import districts
import photos
import routes
from city import DISTRICTS
from diagnosis import claim
from readings import READINGS
from workload import LOAD, run

PROGRAMS = ("receipts", "routes", "export", "districts", "photos")
WARM_UP = 100


def figures() -> dict[str, float | int | str]:
    for number, name in enumerate(PROGRAMS, 1):
        hold_against_record(number, name)
    truth = {curve.name.rpartition(" ")[2]: curve.grows for curve in claim.curves}
    threshold = {name: more(name) > 1_000_000 for name in READINGS}
    swing = [size for _, size in READINGS["export"]]
    return {
        "receiptBytes": round(more("receipts") / READINGS["receipts"][-1][0]),
        "ways": routes.way.cache_info().currsize,
        "waysEnd": READINGS["routes"][-1][1],
        "batchLeast": min(swing),
        "batchMost": max(swing),
        "districts": len(DISTRICTS),
        "mapBytes": len(districts.MAPS["Harbour"]),
        "mapsEnd": READINGS["districts"][-1][1],
        "buffer": len(photos.BUFFER),
        "photosEnd": READINGS["photos"][-1][1],
        "thresholdRight": sum(threshold[name] is truth[name] for name in READINGS),
        "curves": len(READINGS),
        "complaintBytes": round(more("complaints") / READINGS["complaints"][-1][0]),
        "timetable": READINGS["timetable"][-1][1],
    }


def more(name: str) -> int:
    return READINGS[name][-1][1] - READINGS[name][0][1]


def hold_against_record(number: int, name: str) -> None:
    """Raises where a program does not do any more what was recorded of it."""
    rides, recorded = next(reading for reading in READINGS[name] if reading[0] > 1_600)
    found = traced(number, WARM_UP + rides)
    if abs(found - recorded) > max(12_000, recorded / 5):
        raise ValueError(f"{name} had {recorded} bytes after {rides} rides, and has {found}: record readings.py anew.")


def traced(program: int, rides: int) -> int:
    LOAD["program"] = program
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for i in range(rides):
        run(i)
    found = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    return found
