"""What is turned of the load reaches the workload of a run, and of nothing else."""

from dataclasses import replace

from programs import CONTRACT, printed, program

from leaklab.native.process import carry_out
from leaklab.native.signals import ChildSignal
from leaklab.wire.command import Command, CommandKind

WORKLOAD = """
import app
LOAD = {"clients": 5, "errors": 15}
def run(i):
    if i == 0:
        print(LOAD)
"""


def loads(kind: CommandKind, load: dict[str, float], workload: str = WORKLOAD) -> str:
    signals: list[ChildSignal] = []
    judged = replace(program("", workload=workload), contract=replace(CONTRACT, warm_up=0))
    carry_out(Command(kind=kind, program=judged, seed=1, units=10, cap=3200, load=load), signals.append)
    return printed(signals).strip()


def test_a_run_has_what_is_turned_and_else_what_is_declared() -> None:
    assert loads("observe", {}) == "{'clients': 5, 'errors': 15}"
    assert loads("observe", {"clients": 9}) == "{'clients': 9, 'errors': 15}"


def test_what_the_workload_does_not_name_is_left_alone() -> None:
    assert loads("observe", {"tills": 9}) == "{'clients': 5, 'errors': 15}"
    assert loads("observe", {"tills": 9}, "def run(i):\n    if i == 0:\n        print('no table')\n") == "no table"
