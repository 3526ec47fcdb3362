"""What a program prints: streamed, capped, and counted where it is cut."""

from dataclasses import replace

from programs import CONTRACT, carried_out, judged_as, printed, program

from leaklab.native.signals import ChildSignal
from leaklab.program.output import captured_output
from leaklab.wire.report import Bounded
from leaklab.wire.signals import Cut, Printed, Wire


def signals_of(app: str) -> list[ChildSignal]:
    return carried_out("observe", replace(program(app), contract=replace(CONTRACT, warm_up=0)), units=1)


def test_streams_are_told_apart_and_come_in_order() -> None:
    signals = signals_of(
        "import sys\ndef handle(i):\n    print('a')\n    print('b', file=sys.stderr)\n    print('c')\n"
    )
    assert [(signal.stream, signal.text) for signal in signals if isinstance(signal, Printed)] == [
        ("stdout", "a\n"),
        ("stderr", "b\n"),
        ("stdout", "c\n"),
    ]


def test_a_line_is_sent_before_a_loop_that_never_ends() -> None:
    sent: list[str] = []
    with captured_output(Wire(1, sent.append)):
        print("before the loop")
        assert "before the loop" in sent[0]


def test_text_without_a_newline_is_not_lost() -> None:
    assert printed(signals_of("def handle(i):\n    print('no newline', end='')\n")) == "no newline"


def test_long_output_keeps_head_and_tail_and_counts_the_rest() -> None:
    signals = signals_of("def handle(i):\n    for n in range(100_000):\n        print(f'{n:09}')\n")
    cut = next(signal for signal in signals if isinstance(signal, Cut))
    text = printed(signals)
    lines = text.splitlines()
    assert (lines[0], lines[-1]) == ("000000000", "000099999")
    assert len(text) + cut.bytes == 1_000_000
    assert text.count("\n") + cut.lines == 100_000
    assert len(text) < 70_000


def test_ten_million_lines_pass() -> None:
    signals = signals_of("def handle(i):\n    for n in range(10_000_000):\n        print('x')\n")
    cut = next(signal for signal in signals if isinstance(signal, Cut))
    assert printed(signals).count("\n") + cut.lines == 10_000_000
    assert signals[-1].kind == "observed"
    assert len(signals) < 1_000


def test_a_character_that_is_cut_in_two_does_not_spoil_the_tail() -> None:
    text = printed(signals_of("def handle(i):\n    print('é' * 100_000, end='')\n"))
    assert set(text) <= {"é", "\ufffd"}
    assert text.count("\ufffd") <= 1


def test_a_program_may_close_or_replace_its_streams() -> None:
    signals = signals_of(
        "import sys\nprint('first')\nsys.stdout.close()\nsys.stdout = None\ndef handle(i):\n    print(i)\n"
    )
    assert printed(signals) == "first\n"
    assert signals[-1].kind == "observed"


def test_what_is_written_past_python_does_not_garble_the_signals() -> None:
    signals = signals_of('import os\ndef handle(i):\n    os.write(1, b\'{"kind": "observed"}\\n\')\n')
    assert [signal.kind for signal in signals].count("observed") == 1


def test_what_a_program_prints_does_not_move_the_readings() -> None:
    verdict = judged_as(Bounded, "def handle(i):\n    print(i, 'x' * (i % 50))\n")
    assert verdict.detection_limit < 0.5
