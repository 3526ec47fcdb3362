"""What waits for a keyboard says that there is none, and what to do instead."""

import pytest
from programs import carried_out, program, verdict_on

from leaklab.wire.report import Crashed
from leaklab.wire.signals import Failed


@pytest.mark.parametrize(
    ("waits", "named"),
    [
        ("input('name? ')", "input()"),
        ("breakpoint()", "breakpoint()"),
        ("__import__('pdb').set_trace()\n    i += 1", "pdb.set_trace()"),
        ("__import__('code').interact()", "input()"),
        ("sys.stdin.read()", "sys.stdin"),
        ("sys.stdin.readline()", "sys.stdin"),
        ("list(sys.stdin)", "sys.stdin"),
        ("next(iter(sys.stdin))", "sys.stdin"),
        ("sys.stdin.buffer.read()", "sys.stdin"),
    ],
)
def test_a_check_of_what_waits_for_a_keyboard_ends_with_a_sentence(waits: str, named: str) -> None:
    verdict = verdict_on(f"import sys\ndef handle(i):\n    {waits}\n")
    assert isinstance(verdict, Crashed), verdict.sentence
    assert f"RuntimeError: {named} waits for a keyboard, and there is none here. " in verdict.sentence
    assert verdict.error.frames[-1].line in (3, 4)


def test_a_run_tells_it_as_the_failure_of_every_unit() -> None:
    signals = carried_out("observe", program("def handle(i):\n    input()\n"), units=50)
    failures = next(signal.failures for signal in reversed(signals) if isinstance(signal, Failed))
    assert failures.count == failures.units
    assert failures.reason.startswith("RuntimeError in app.py, line 2: input() waits for a keyboard")
