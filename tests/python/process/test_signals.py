"""Every kind of signal, parsed with the schema that the page parses it with."""

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

from programs import (
    CONTRACT,
    DEQUE,
    DIAGNOSIS,
    KEEPS_ITEMS,
    LIST_OF_DICTS,
    TOO_HIGH_A_SAWTOOTH,
    carried_out,
    cycles,
    program,
)

from leaklab.native.signals import ChildSignal
from leaklab.wire.codec import as_json
from leaklab.wire.signals import LAST, Judged

ROOT = Path(__file__).parents[3]


def one_of_each() -> list[list[ChildSignal]]:
    return [
        carried_out("observe", program(LIST_OF_DICTS + "    print('x' * 100)\n")),
        carried_out("observe", program("def handle(i):\n    raise KeyError(i)\n"), units=50),
        carried_out("check", program(LIST_OF_DICTS)),
        carried_out("explain", program(LIST_OF_DICTS)),
        carried_out("check", program(DEQUE)),
        carried_out("check", replace(program(DEQUE), contract=replace(CONTRACT, budget_bytes=10))),
        carried_out("check", program(TOO_HIGH_A_SAWTOOTH)),
        carried_out("check", program(f"import gc\n{cycles(2_000)}    gc.collect()\n")),
        carried_out("check", program(DEQUE, check="def before():\n    assert False, 'No.'\n")),
        carried_out("check", program("def handle(i)\n")),
        carried_out("check", program("def handle(i):\n    bytearray(1 << 60)\n")),
        carried_out("diagnose", program(KEEPS_ITEMS, diagnosis=DIAGNOSIS)),
    ]


def test_every_signal_fits_the_pages_schema_and_one_last_signal_ends_each_command() -> None:
    commands = one_of_each()
    for heard in commands:
        assert [signal.kind in LAST for signal in heard].index(True) == len(heard) - 1
    signals = [signal for heard in commands for signal in heard]
    assert {signal.kind for signal in signals} == {
        "phase",
        "output",
        "output-cut",
        "read",
        "failures",
        "observed",
        "verdict",
        "explanation",
        "diagnosis",
        "fault",
    }
    assert {signal.verdict.kind for signal in signals if isinstance(signal, Judged)} == {
        "bounded",
        "growing",
        "over-budget",
        "inconclusive",
        "costly",
        "broken",
        "crashed",
    }
    node = shutil.which("node", path=str(ROOT / "node_modules" / ".bin"))
    assert node, "node_modules has no node: run npm ci"
    parsed = subprocess.run(
        [node, str(Path(__file__).parent / "signals.mjs")],
        input="\n".join(json.dumps(as_json(signal)) for signal in signals),
        capture_output=True,
        text=True,
        check=False,
    )
    assert parsed.returncode == 0, parsed.stdout + parsed.stderr
