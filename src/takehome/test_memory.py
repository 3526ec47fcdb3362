"""The verdict of the workbench, as a test: fails while memory grows, and while the program does not do its work."""

from pathlib import Path

from leaklab.testing import assert_sandbox_bounded


def test_memory_stays_bounded() -> None:
    assert_sandbox_bounded(Path(__file__).parent)
