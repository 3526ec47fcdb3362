"""Every kind of signal, parsed with the schema that the page parses it with."""

import json
import shutil
import subprocess
from pathlib import Path

from programs import perform, program
from test_diagnosis import APP, AUTHOR
from test_verdicts import DEQUE, LIST_OF_DICTS, SAWTOOTH

from leaklab.native import Signal

ROOT = Path(__file__).parent.parent.parent


def one_of_each() -> list[Signal]:
    growing = program(LIST_OF_DICTS)
    tight = program(DEQUE)
    tight["contract"]["budgetBytes"] = 10
    return [
        *perform("run", program(LIST_OF_DICTS + "    print('x' * 100)\n")),
        *perform("check", growing),
        *perform("explain", growing),
        *perform("check", program(DEQUE)),
        *perform("check", tight),
        *perform("check", program(SAWTOOTH.replace('"x" * 20', "bytes(1_000)").replace("90", "700"))),
        *perform("check", program(DEQUE, check="def before():\n    assert False, 'No.'\n")),
        *perform("check", program("def handle(i)\n")),
        *perform("check", program("def handle(i):\n    bytearray(1 << 60)\n")),
        *perform("diagnose", program(APP, diagnosis=AUTHOR)),
    ]


def test_every_signal_fits_the_pages_schema() -> None:
    signals = one_of_each()
    kinds = {signal["kind"] for signal in signals}
    verdicts = {signal["verdict"]["kind"] for signal in signals if signal["kind"] == "verdict"}
    assert kinds == {"phase", "output", "output-cut", "read", "done", "verdict", "report", "diagnosis", "fault"}
    assert verdicts == {"bounded", "growing", "over-budget", "inconclusive", "broken", "crashed"}
    node = shutil.which("node", path=str(ROOT / "node_modules" / ".bin"))
    assert node, "node_modules has no node: run npm ci"
    parsed = subprocess.run(
        [node, str(Path(__file__).parent / "signals.mjs")],
        input="\n".join(map(json.dumps, signals)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert parsed.returncode == 0, parsed.stdout + parsed.stderr


def test_each_command_ends_with_exactly_one_last_signal() -> None:
    last = ("done", "verdict", "report", "diagnosis", "fault")
    for signals in (
        perform("run", program(DEQUE)),
        perform("check", program(DEQUE)),
        perform("explain", program(LIST_OF_DICTS)),
        perform("diagnose", program(APP, diagnosis=AUTHOR)),
    ):
        assert [signal["kind"] in last for signal in signals].count(True) == 1
        assert signals[-1]["kind"] in last
