"""Small programs, judged natively in a child process as a sandbox would be."""

from typing import Any

from leaklab.native import Signal, carry_out, check_program

PLAIN = "import app\n\n\ndef run(i):\n    app.handle(i)\n"
ASYNC = "import app\n\n\nasync def run(i):\n    await app.handle(i)\n"


def cycles(size: int) -> str:
    """A program of which every unit leaves a cycle behind that holds `size` bytes."""
    return f"""
class Node:
    def __init__(self):
        self.itself = self
        self.text = bytes({size})

def handle(i):
    Node()
"""


def program(app: str, *, workload: str = PLAIN, **files: str) -> dict[str, Any]:
    """`app` is app.py; further files by name without `.py`: `check`, `diagnosis`, `diagnose`, or the program's own."""
    harness = {"workload.py": workload}
    project = {"app.py": app, "diagnose.py": ""}
    for name, text in files.items():
        (harness if name in ("check", "diagnosis") else project)[f"{name}.py"] = text
    return {
        "unit": "request",
        "contract": {
            "cap": 12_800,
            "budgetBytes": 400_000,
            "sensitivity": 1.0,
            "warmUp": 300,
            "ratePerSecond": 20,
        },
        "project": project,
        "harness": harness,
    }


def perform(kind: str, judged: dict[str, Any], *, seed: int = 1, units: int = 800, cap: int = 0) -> list[Signal]:
    """Every signal of one command."""
    command: dict[str, Any] = {"kind": kind, "runId": 7, "seed": seed, "program": judged}
    if kind == "run":
        command["units"] = units
    if kind == "check":
        command["cap"] = cap or judged["contract"]["cap"]
    signals: list[Signal] = []
    last = carry_out(command, signals.append)
    return signals if signals[-1] is last else [*signals, last]


def verdict_on(app: str, *, workload: str = PLAIN, seed: int = 1, **files: str) -> dict[str, Any]:
    """The verdict on a program, after the second check if the first could not tell."""
    verdict: dict[str, Any] = check_program(program(app, workload=workload, **files), seed)["verdict"]
    return verdict


def explanation_of(app: str, *, workload: str = PLAIN, **files: str) -> dict[str, Any]:
    explanation: dict[str, Any] = perform("explain", program(app, workload=workload, **files))[-1]["explanation"]
    return explanation


def printed(signals: list[Signal], stream: str = "stdout") -> str:
    return "".join(signal["text"] for signal in signals if signal["kind"] == "output" and signal["stream"] == stream)
