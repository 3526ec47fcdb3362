"""The verdict of the workbench, as a test: fails while memory grows, and while the program does not do its work."""

from pathlib import Path

from leaklab.folder import program_of
from leaklab.native import judge
from leaklab.telling import told

HERE = Path(__file__).parent


def test_memory_stays_bounded() -> None:
    judgement = judge(program_of(HERE), seed=1)
    assert judgement.verdict["kind"] == "bounded", told(judgement)
