"""Which meter is taken, and whether it can be trusted."""

import os
import subprocess
import sys
from pathlib import Path

from leaklab.measure.meter import follows

SOURCES = str(Path(__file__).parents[3] / "src")
ASK = "from leaklab.measure.meter import native_meter; print(native_meter()[0])"


def meter_with(allocator: str) -> str:
    told = subprocess.run(
        [sys.executable, "-c", ASK],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": SOURCES, "PYTHONMALLOC": allocator},
    )
    return told.stdout.strip()


def test_glibc_is_asked_where_python_allocates_by_it_alone() -> None:
    assert meter_with("malloc") == "mallinfo2"


def test_with_an_allocator_of_its_own_python_is_traced() -> None:
    assert meter_with("pymalloc") == "tracemalloc"


def test_a_meter_that_does_not_move_with_memory_is_not_believed() -> None:
    """As glibc's own when another allocator has taken its place."""
    assert not follows(lambda: 0)


def test_a_program_cannot_end_the_tracing_that_the_meter_rests_on() -> None:
    script = (
        "import tracemalloc; from leaklab.measure.meter import native_meter; name, meter = native_meter();"
        "before = meter();"
        "tracemalloc.stop(); tracemalloc.clear_traces(); kept = bytes(100_000); print(name, meter() - before > 90_000)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": SOURCES, "PYTHONMALLOC": "pymalloc"},
    )
    assert told.stdout.strip() == "tracemalloc True"
