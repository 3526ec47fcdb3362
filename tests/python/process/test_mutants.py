"""The tool that measures how tight a check is, on a program whose check forgets something."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from programs import program

from leaklab.native.forked import can_fork
from leaklab.wire.codec import as_json

ROOT = Path(__file__).parents[3]
APP = """
from collections import deque

RECENT = deque(maxlen=20)
COUNT = [0]

def handle(i):
    RECENT.append(i)
    COUNT[0] += 1
"""
CHECK = "import app\n\ndef during(i):\n    assert list(app.RECENT)[-20:] == list(range(i + 1))[-20:], 'The last 20.'\n"


@pytest.mark.skipif(not can_fork(), reason="Mutants are judged in forks.")
def test_what_no_check_asks_for_is_alive_and_what_one_asks_for_is_not() -> None:
    asked = {
        "program": as_json(program(APP, check=CHECK)),
        "seed": 1,
        "preload": [],
        "mutate": ["app.py"],
        "equivalent": [
            {"file": "app.py", "line": "COUNT[0] += 1"},
            {"file": "app.py", "line": "COUNT = [0]", "mutant": "COUNT = [7]"},
        ],
    }
    found = _mutated(asked)
    assert found["unchanged"] == "bounded"
    alive = [(one["line"], one["mutant"]) for one in found["survivors"]]
    assert ("COUNT = [0]", "COUNT = [1]") in alive
    assert ("RECENT = deque(maxlen=20)", "RECENT = deque(maxlen=21)") in alive
    assert ("RECENT.append(i)", "RECENT.append(None)") not in alive
    # It grows.
    assert ("RECENT = deque(maxlen=20)", "RECENT = deque(maxlen=None)") not in alive
    assert not [line for line, _ in alive if line == "COUNT[0] += 1"]
    assert (found["declared"], found["matched"]) == (4, [0])


def _mutated(asked: dict[str, Any]) -> dict[str, Any]:
    tool = ROOT / "tests" / "mutants" / "mutants.py"
    done = subprocess.run([sys.executable, tool], input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found
